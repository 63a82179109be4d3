package org.dalil.account.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as the path of an SVG, one unit a module: part of the page, no request of its own. */
final class QrDrawing {

    private QrDrawing() { }

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("the site's address is too long for a QR code", e);
        }
    }

    /** Modules a side, without the quiet zone. */
    static int size(String text) {
        return matrix(text).getWidth();
    }

    static String path(String text) {
        ByteMatrix matrix = matrix(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int from = x;
                while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from).append(' ').append(y).append('h').append(x - from).append("v1h-").append(x - from).append('z');
                }
            }
        }
        return path.toString();
    }
}
