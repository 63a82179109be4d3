package org.dalil.platform.control;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** The structure of a tagged PDF (ISO 32000 §14.7), for a document of one page: what a screen reader reads, in order. */
final class PaperStructure {

    private PaperStructure() { }

    static void add(PDDocument document, PDPage page, List<Drawing.Tag> tags) {
        PDStructureTreeRoot root = new PDStructureTreeRoot();
        PDStructureElement whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
        COSArray parents = new COSArray();
        for (int id = 0; id < tags.size(); id++) {
            Drawing.Tag tag = tags.get(id);
            PDStructureElement element = new PDStructureElement(tag.role(), whole);
            element.setPage(page);
            element.setLanguage(tag.language().tag());
            if (tag.alternative() != null) {
                element.setAlternateDescription(tag.alternative());
            }
            element.getCOSObject().setItem(COSName.K, COSInteger.get(id));
            whole.appendKid(element);
            parents.add(element.getCOSObject());
        }
        COSArray numbers = new COSArray();
        numbers.add(COSInteger.ZERO);
        numbers.add(parents);
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(1);
        page.setStructParents(0);
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
    }
}
