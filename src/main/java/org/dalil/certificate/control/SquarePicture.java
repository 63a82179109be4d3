package org.dalil.certificate.control;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.dalil.platform.entity.Refused;

/**
 * Reads the square code in a photo or a picture of the screen (PNG, JPEG), which anybody may send. How large it is and how it is packed
 * is looked at before any of it is unpacked, it is thinned out while it is, and one is read at a time: a few kilobytes that claim to be a
 * giant cost nothing, and many of them hold up nobody but each other.
 */
@ApplicationScoped
public class SquarePicture {

    /** Twice what a phone's camera makes. */
    private static final long MOST_DOTS = 25_000_000;
    private static final int LONGEST_SIDE = 10_000;

    /** More than this is thinned out: a code of the size it has on paper is read from a photo of the whole paper. */
    private static final double ENOUGH_DOTS = 4_000_000;

    /** Times that a JPEG may go over the picture: cameras do once, the web's about ten times, and each costs as much as the whole. */
    private static final int MOST_SCANS = 16;

    private static final Map<DecodeHintType, Object> HARD = Map.of(DecodeHintType.TRY_HARDER, true);

    private final Semaphore running = new Semaphore(1, true);

    private record Grey(int width, int height, byte[] dots) {

        /** Half as large: what a shaking hand or the grain of a screen did is gone. */
        Grey half() {
            byte[] small = new byte[width / 2 * (height / 2)];
            for (int y = 0; y < height / 2; y++) {
                for (int x = 0; x < width / 2; x++) {
                    int at = 2 * y * width + 2 * x;
                    int sum = (dots[at] & 255) + (dots[at + 1] & 255) + (dots[at + width] & 255) + (dots[at + width + 1] & 255);
                    small[y * (width / 2) + x] = (byte) (sum / 4);
                }
            }
            return new Grey(width / 2, height / 2, small);
        }

        LuminanceSource source() {
            return new PlanarYUVLuminanceSource(dots, width, height, 0, 0, width, height, false);
        }
    }

    /**
     * The text of the square code; nothing if there is none or the picture can't be read.
     *
     * @throws Refused if too many others are being read
     */
    public Optional<String> read(byte[] file) {
        try {
            if (!running.tryAcquire(5, TimeUnit.SECONDS)) {
                throw new Refused("certificate.verify.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("certificate.verify.busy");
        }
        try {
            return grey(file).flatMap(SquarePicture::text);
        } finally {
            running.release();
        }
    }

    private static Optional<String> text(Grey picture) {
        for (Grey size : List.of(picture, picture.half())) {
            for (BinaryBitmap bits : List.of(new BinaryBitmap(new HybridBinarizer(size.source())),
                    new BinaryBitmap(new GlobalHistogramBinarizer(size.source())))) {
                try {
                    return Optional.of(new QRCodeReader().decode(bits, HARD).getText());
                } catch (ReaderException | RuntimeException unreadable) {
                    // Runtime: a damaged code can lead the library beyond its arrays. The next way of looking.
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Grey> grey(byte[] file) {
        boolean jpeg = file.length > 3 && file[0] == (byte) 0xFF && file[1] == (byte) 0xD8;
        if (jpeg && scans(file) > MOST_SCANS) {
            return Optional.empty();
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(jpeg ? "jpeg" : "png").next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width < 32 || height < 32 || width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_DOTS) {
                return Optional.empty();
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int thin = (int) Math.ceil(Math.sqrt(width * height / ENOUGH_DOTS));
            param.setSourceSubsampling(thin, thin, 0, 0);
            // Of a JPEG the brightness alone, as it has it.
            return Optional.of(jpeg ? brightness(reader.readRaster(0, param)) : grey(reader.read(0, param)));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA) {
                scans++;
            }
        }
        return scans;
    }

    private static Grey brightness(Raster raster) {
        int width = raster.getWidth();
        byte[] dots = new byte[width * raster.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                dots[y * width + x] = (byte) row[x];
            }
        }
        return new Grey(width, raster.getHeight(), dots);
    }

    /** What is transparent is paper. */
    private static Grey grey(BufferedImage image) {
        int width = image.getWidth();
        byte[] dots = new byte[width * image.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int c = row[x];
                int grey = (77 * (c >> 16 & 255) + 150 * (c >> 8 & 255) + 29 * (c & 255)) >> 8;
                dots[y * width + x] = (byte) (255 - (255 - grey) * (c >>> 24) / 255);
            }
        }
        return new Grey(width, image.getHeight(), dots);
    }
}
