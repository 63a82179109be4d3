package org.dalil.platform.control;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.dalil.platform.entity.Language;

/** A PDF of A4 pages made of {@link Drawing}s. Says nothing about who made it, when, or for whom. */
public final class Paper implements AutoCloseable {

    private final PDDocument document = new PDDocument();
    private final UnseenText unseen;

    /** @param title neutral: it stands in the window's bar of whoever opens the file */
    public Paper(String title, Language language) throws IOException {
        unseen = new UnseenText(document);
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(title);
        document.setDocumentInformation(about);
        document.getDocumentCatalog().setLanguage(language.tag());
        PDViewerPreferences shown = new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        shown.setDisplayDocTitle(true);
        // Fitted to the printer's margins, a sheet is smaller than planned; the reader copes, but bubbles get small.
        shown.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        document.getDocumentCatalog().setViewerPreferences(shown);
        document.setVersion(1.7f);
    }

    /** A new one, empty. */
    public Drawing drawing() {
        return new Drawing(unseen);
    }

    /** Something that several pages show, written once. */
    public PDFormXObject part(Drawing drawing) throws IOException {
        PDFormXObject part = new PDFormXObject(stream(drawing));
        part.setBBox(PDRectangle.A4);
        part.setResources(drawing.resources());
        return part;
    }

    /** The next page. */
    public void page(Drawing drawing) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setContents(stream(drawing));
        page.setResources(drawing.resources());
        document.addPage(page);
    }

    private PDStream stream(Drawing drawing) throws IOException {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(drawing.content());
        }
        return stream;
    }

    /** Writes the file. Nothing can be added afterwards. */
    public void save(OutputStream out) throws IOException {
        unseen.font().subset();
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
