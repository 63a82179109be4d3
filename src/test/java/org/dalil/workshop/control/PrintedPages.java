package org.dalil.workshop.control;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.dalil.course.entity.Course;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.SheetOrder;

/** Sheets as they come out of the printer, as pictures. */
final class PrintedPages {

    private PrintedPages() { }

    static List<BufferedImage> of(Course course, Language language, int workshop, List<SheetOrder> orders, int dpi) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PaperParts.writer().write(out, course, language, workshop, orders, PaperParts.seal());
            List<BufferedImage> pages = new ArrayList<>();
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                PDFRenderer renderer = new PDFRenderer(document);
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    pages.add(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY));
                }
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
