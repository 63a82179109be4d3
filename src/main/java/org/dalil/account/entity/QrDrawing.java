package org.dalil.account.entity;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A QR code as one SVG path, drawn in the page itself: no picture to fetch, nothing to find in a cache.
 *
 * @param size of the square with its quiet zone, in modules
 * @param path the dark modules
 */
public record QrDrawing(int size, String path) {

    /** ISO 18004 asks for four modules of quiet around the code. */
    private static final int QUIET = 4;

    /**
     * The pattern that suits cards of one address best, by the address: the rest of a card's text is random and as long on each, and trying
     * all eight takes most of the time of a drawing while a room joins.
     */
    private static final Map<String, Integer> PATTERNS = new ConcurrentHashMap<>();

    /** A site has few addresses; a request can't make more of them. */
    private static final int MOST = 64;

    /** @param text at most a few hundred characters; what follows a {@code #} is a card's code */
    public static QrDrawing of(String text) {
        try {
            ByteMatrix modules = modules(text);
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

    private static ByteMatrix modules(String text) throws WriterException {
        int code = text.indexOf('#');
        String address = code < 0 ? null : text.substring(0, code) + " " + (text.length() - code);
        Integer pattern = address == null ? null : PATTERNS.get(address);
        QRCode drawn = Encoder.encode(text, ErrorCorrectionLevel.M, pattern == null ? Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")
                : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.QR_MASK_PATTERN, pattern));
        if (pattern == null && address != null && PATTERNS.size() < MOST) {
            PATTERNS.put(address, drawn.getMaskPattern());
        }
        return drawn.getMatrix();
    }
}
