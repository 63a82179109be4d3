package org.dalil.account.entity;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code as one SVG path, drawn in the page itself: no picture to fetch, nothing to find in a cache.
 *
 * @param size of the square with its quiet zone, in modules
 * @param path the dark modules
 */
public record QrDrawing(int size, String path) {

    /** ISO 18004 asks for four modules of quiet around the code. */
    private static final int QUIET = 4;

    /** @param text at most a few hundred characters */
    public static QrDrawing of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    int run = 0;
                    while (x + run < modules.getWidth() && modules.get(x + run, y) == 1) {
                        run++;
                    }
                    if (run > 0) {
                        path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append('h').append(run).append("v1h-")
                                .append(run).append('z');
                        x += run;
                    }
                }
            }
            return new QrDrawing(modules.getWidth() + 2 * QUIET, path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }
}
