package org.dalil.workshop.control;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dalil.assessment.entity.Response;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetLayout.Bubble;

/** Fills in sheets that came out of the printer, neatly, and scans them. */
public final class Pen {

    private static final int DPI = 150;

    private Pen() { }

    /** The pages of a PDF as a printer puts them on paper. */
    public static List<BufferedImage> printed(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<BufferedImage> pages = new ArrayList<>();
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, DPI, ImageType.GRAY));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can be read, searched and copied in a PDF. */
    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Marks what somebody answers to each question of a page. */
    public static void fill(BufferedImage paper, SheetLayout.Page page, Function<String, Response> answers) {
        for (Block block : page.blocks()) {
            Response response = answers.apply(block.item());
            block.rows().forEach(row -> row.bubbles().stream().filter(b -> isMarked(block, row.id(), b.value(), response.marks()))
                    .forEach(b -> mark(paper, b)));
        }
    }

    private static boolean isMarked(Block block, String row, String value, List<String> marks) {
        return switch (block.kind()) {
            case SINGLE, TRUE_FALSE, SCALE, MULTIPLE, SPOT -> marks.contains(value);
            case ORDER -> marks.indexOf(row) + 1 == Integer.parseInt(value);
            case MATCH -> marks.contains(row + ":" + value);
        };
    }

    /** The back of a sheet. */
    public static BufferedImage empty() {
        BufferedImage back = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D white = back.createGraphics();
        white.setColor(new Color(240, 240, 240));
        white.fillRect(0, 0, back.getWidth(), back.getHeight());
        white.dispose();
        return back;
    }

    /** Marks one bubble. */
    public static void mark(BufferedImage paper, Bubble bubble) {
        dot(paper, bubble, 1.75, 40);
    }

    private static void dot(BufferedImage paper, Bubble bubble, double radius, int grey) {
        double scale = paper.getWidth() / SheetLayout.WIDTH;
        Graphics2D pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(grey, grey, grey));
        pen.fill(new Ellipse2D.Double((bubble.x() - radius) * scale, (bubble.y() - radius) * scale, 2 * radius * scale, 2 * radius * scale));
        pen.dispose();
    }

    /** What a copier makes of a stack. */
    public static byte[] scanned(List<BufferedImage> stack) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (BufferedImage paper : stack) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(JPEGFactory.createFromByteArray(document, photo(paper)), 0, 0, PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sheet as a JPEG. */
    public static byte[] photo(BufferedImage paper) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(paper, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
