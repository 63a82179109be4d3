package org.dalil.workshop.control;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;

/**
 * A photo as a grey picture. Its size is read from its header before any of it is unpacked; a large one is thinned out while
 * it is unpacked, so that a few kilobytes that claim to be a giant cost nothing.
 */
final class Photo {

    /** The largest cameras of phones make 200 million dots, most of them 12. */
    private static final long MOST_DOTS = 220_000_000;
    private static final int LONGEST_SIDE = 20_000;

    /** More than this is thinned out. */
    private static final long ENOUGH_DOTS = 13_000_000;

    private static final long SLOWEST = 20_000_000_000L;

    private Photo() { }

    static GreyImage jpeg(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return jpeg(in);
        }
    }

    /** @throws SheetRefused if it is too large, damaged or of a kind that isn't read */
    static GreyImage jpeg(InputStream in) throws IOException {
        return read(in, "jpeg", (reader, param) -> {
            if (!reader.canReadRaster()) {
                throw new SheetRefused(SheetProblem.COMPRESSION);
            }
            // Brightness alone, as the JPEG has it: no colours to compute, a third of the memory.
            Raster raster = reader.readRaster(0, param);
            if (raster.getNumBands() == 4) {
                throw new SheetRefused(SheetProblem.COMPRESSION);
            }
            return brightness(raster);
        });
    }

    static GreyImage png(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, "png", (reader, param) -> grey(reader.read(0, param)));
        }
    }

    private interface Unpacking {
        GreyImage of(ImageReader reader, ImageReadParam param) throws IOException;
    }

    private static GreyImage read(InputStream in, String format, Unpacking unpacking) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream stream = new javax.imageio.stream.MemoryCacheImageInputStream(in)) {
            reader.setInput(stream, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            check(width, height);
            ImageReadParam param = reader.getDefaultReadParam();
            int thin = (int) Math.ceil(Math.sqrt((double) width * height / ENOUGH_DOTS));
            param.setSourceSubsampling(thin, thin, 0, 0);
            Patience patience = new Patience();
            reader.addIIOReadProgressListener(patience);
            GreyImage image = unpacking.of(reader, param);
            if (patience.over) {
                throw new SheetRefused(SheetProblem.TOO_SLOW);
            }
            return image;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException damaged) {
            throw new SheetRefused(SheetProblem.FILE);
        } finally {
            reader.dispose();
        }
    }

    /** @throws SheetRefused if a picture of this size is not unpacked */
    static void check(long width, long height) {
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_DOTS) {
            throw new SheetRefused(SheetProblem.TOO_LARGE);
        }
        if (width < 64 || height < 64) {
            throw new SheetRefused(SheetProblem.BLURRED);
        }
    }

    private static GreyImage brightness(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] dots = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                dots[y * width + x] = (byte) row[x];
            }
        }
        return new GreyImage(width, height, dots);
    }

    /** What is transparent is paper. */
    static GreyImage grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return new GreyImage(width, height, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        }
        byte[] dots = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int c = row[x];
                int grey = (77 * (c >> 16 & 0xFF) + 150 * (c >> 8 & 0xFF) + 29 * (c & 0xFF)) >> 8;
                int solid = c >>> 24;
                dots[y * width + x] = (byte) ((grey * solid + 255 * (255 - solid)) / 255);
            }
        }
        return new GreyImage(width, height, dots);
    }

    /** Ends a reading that takes longer than any photo does. */
    private static final class Patience implements IIOReadProgressListener {

        private final long until = System.nanoTime() + SLOWEST;
        private boolean over;

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (System.nanoTime() - until > 0) {
                over = true;
                source.abort();
            }
        }

        @Override
        public void imageStarted(ImageReader source, int imageIndex) { }

        @Override
        public void imageComplete(ImageReader source) { }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) { }

        @Override
        public void sequenceComplete(ImageReader source) { }

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) { }

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) { }

        @Override
        public void thumbnailComplete(ImageReader source) { }

        @Override
        public void readAborted(ImageReader source) { }
    }
}
