package org.dalil.platform.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.dalil.platform.entity.Language;

/**
 * A PDF of A4 pages made of {@link Drawing}s. Says nothing about who made it, when, or for whom. One whose pages all have tags says that
 * it is PDF/UA-1 (ISO 14289-1).
 */
public final class Paper implements AutoCloseable {

    /** What a file says that is made for screen readers: its title and that it is of that kind. No dates, no names of programs. */
    private static final String ACCESSIBLE = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><dc:title><rdf:Alt>
            <rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""";

    private final PDDocument document = new PDDocument();
    private final UnseenText unseen;
    private final PDRectangle size;
    private boolean tagged = true;

    /** @param title neutral: it stands in the window's bar of whoever opens the file */
    public Paper(String title, Language language) throws IOException {
        this(title, language, PDRectangle.A4);
    }

    /** One that lies: A4 landscape. */
    public static Paper lying(String title, Language language) throws IOException {
        return new Paper(title, language, new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
    }

    private Paper(String title, Language language, PDRectangle size) throws IOException {
        this.size = size;
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
        return new Drawing(unseen, size.getHeight() * Typesetter.MM_PER_POINT);
    }

    /** Something that several pages show, written once. */
    public PDFormXObject part(Drawing drawing) throws IOException {
        PDFormXObject part = new PDFormXObject(stream(drawing));
        part.setBBox(size);
        part.setResources(drawing.resources());
        return part;
    }

    /** The next page. */
    public void page(Drawing drawing) throws IOException {
        PDPage page = new PDPage(size);
        page.setContents(stream(drawing));
        page.setResources(drawing.resources());
        document.addPage(page);
        if (drawing.tags().isEmpty()) {
            tagged = false;
        } else {
            PaperStructure.add(document, page, drawing.tags());
        }
    }

    /** A file inside the file. */
    public void attach(String name, String type, byte[] content) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        file.setSubtype(type);
        file.setSize(content.length);
        PDComplexFileSpecification named = new PDComplexFileSpecification();
        named.setFile(name);
        named.setFileUnicode(name);
        named.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(name, named));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    /** What programs find in the file without unpacking anything. */
    public void keywords(String ascii) {
        document.getDocumentInformation().setKeywords(ascii);
    }

    /** As {@link #save}, but so that the keywords lie open. */
    public void saveOpen(OutputStream out) throws IOException {
        finish();
        document.save(out, CompressParameters.NO_COMPRESSION);
    }

    private boolean lying() {
        return size.getWidth() > size.getHeight();
    }

    private PDStream stream(Drawing drawing) throws IOException {
        PDStream stream = new PDStream(document);
        if (lying()) {
            // Thousands of these are made in a row: packed less tightly, in a fifth of the time.
            stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            Deflater quick = new Deflater(Deflater.BEST_SPEED);
            try (OutputStream out = new DeflaterOutputStream(stream.getCOSObject().createRawOutputStream(), quick)) {
                out.write(drawing.content());
            } finally {
                quick.end();
            }
            return stream;
        }
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(drawing.content());
        }
        return stream;
    }

    /** Writes the file. Nothing can be added afterwards. */
    public void save(OutputStream out) throws IOException {
        finish();
        document.save(out);
    }

    private void finish() throws IOException {
        unseen.font().subset();
        if (tagged) {
            PDMetadata about = new PDMetadata(document);
            about.importXMPMetadata(ACCESSIBLE.formatted(document.getDocumentInformation().getTitle().replace("&", "&amp;")
                    .replace("<", "&lt;")).getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(about);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
