package org.dalil.workshop.control;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.dalil.workshop.entity.SheetLayout.Box;

/** Small pictures for whoever has to decide: PNG in sixteen greys, some 20 to 40 kB. */
final class CutOut {

    /** Dots a millimetre: pen strokes are told apart, and a question is as wide as a page of the desk. */
    private static final int FINE = 5;

    private static final int SMALL = 480;
    private static final int GREYS = 16;
    private static final IndexColorModel MODEL = model();

    private CutOut() { }

    /** A question, straightened and evened out. */
    static byte[] of(SheetView view, Box box) {
        int width = (int) (box.width() * FINE);
        int height = (int) (box.height() * FINE);
        double[] paper = new double[width];
        for (int x = 0; x < width; x += FINE * 4) {
            java.util.Arrays.fill(paper, x, Math.min(width, x + FINE * 4), brightest(view, box, box.x() + (double) x / FINE));
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, MODEL);
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double grey = view.grey(box.x() + (x + 0.5) / FINE, box.y() + (y + 0.5) / FINE) / paper[x];
                raster.setSample(x, y, 0, level(grey));
            }
        }
        return png(image);
    }

    private static double brightest(SheetView view, Box box, double x) {
        double brightest = 8;
        for (double y = box.y(); y < box.y() + box.height(); y += 1.5) {
            brightest = Math.max(brightest, view.grey(x + 2, y));
        }
        return brightest;
    }

    /** The whole page, for finding the paper in the stack. */
    static byte[] small(GreyImage picture) {
        GreyImage small = picture.shrunk(Math.max(1, Math.max(picture.width(), picture.height()) / SMALL));
        BufferedImage image = new BufferedImage(small.width(), small.height(), BufferedImage.TYPE_BYTE_BINARY, MODEL);
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                raster.setSample(x, y, 0, level(small.at(x, y) / 255.0));
            }
        }
        return png(image);
    }

    private static int level(double grey) {
        return (int) Math.max(0, Math.min(GREYS - 1, Math.round(grey * (GREYS - 1))));
    }

    private static IndexColorModel model() {
        byte[] greys = new byte[GREYS];
        for (int i = 0; i < GREYS; i++) {
            greys[i] = (byte) (255 * i / (GREYS - 1));
        }
        return new IndexColorModel(4, GREYS, greys, greys, greys);
    }

    private static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory", e);
        }
    }
}
