package org.dalil.workshop.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;

/** The pages of a PDF as grey pictures. */
final class PdfPictures {

    /** 100 sheets of four pages. */
    static final int MOST_PAGES = 400;

    private static final double DOTS_PER_INCH = 200;

    /** However large a page says it is. */
    private static final double LONGEST_SIDE = 2600;

    private static final int MOST_OPERATORS = 400_000;
    private static final long SLOWEST = 20_000_000_000L;

    private PdfPictures() { }

    static void each(Path file, ObjIntConsumer<GreyImage> taker, ObjIntConsumer<SheetProblem> unread) throws IOException {
        PdfGuard.checkPacking(file);
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBufferedFile(file.toFile()))) {
            if (document.isEncrypted()) {
                throw new SheetRefused(SheetProblem.LOCKED);
            }
            if (document.getNumberOfPages() == 0) {
                // The library mends what was cut off, if need be to nothing.
                throw new SheetRefused(SheetProblem.FILE);
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new SheetRefused(SheetProblem.TOO_LARGE);
            }
            PdfGuard.checkObjects(document);
            PDFRenderer renderer = new Renderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                GreyImage picture;
                try {
                    picture = picture(document, renderer, page);
                } catch (SheetRefused refused) {
                    unread.accept(refused.problem(), page + 1);
                    continue;
                }
                taker.accept(picture, page + 1);
            }
        } catch (InvalidPasswordException locked) {
            throw new SheetRefused(SheetProblem.LOCKED);
        } catch (IOException | StackOverflowError damaged) {
            throw new SheetRefused(SheetProblem.FILE);
        }
    }

    private static GreyImage picture(PDDocument document, PDFRenderer renderer, int page) {
        PDRectangle size = document.getPage(page).getCropBox();
        double longest = Math.max(1, Math.max(size.getWidth(), size.getHeight()));
        try {
            return Photo.grey(renderer.renderImage(page, (float) Math.min(DOTS_PER_INCH / 72, LONGEST_SIDE / longest), ImageType.GRAY));
        } catch (SheetRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            // The library answers much of what is damaged with a runtime exception.
            throw new SheetRefused(SheetProblem.FILE);
        }
    }

    /** Draws pages within bounds: so many operators, so much time, no giant pictures, no shadings. */
    private static final class Renderer extends PDFRenderer {

        Renderer(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new Bounded(parameters);
        }
    }

    private static final class Bounded extends PageDrawer {

        private final long until = System.nanoTime() + SLOWEST;
        private int operators;

        Bounded(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++operators > MOST_OPERATORS || System.nanoTime() - until > 0) {
                throw new SheetRefused(SheetProblem.TOO_SLOW);
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            PdfGuard.checkSize(image.getWidth(), image.getHeight());
            super.drawImage(image);
        }

        /** What could not be drawn is no empty page: the library would only note it. */
        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException damaged) throws IOException {
            throw damaged;
        }

        @Override
        public void shadingFill(COSName shading) {
            // No scan has one, and one can take minutes.
        }
    }
}
