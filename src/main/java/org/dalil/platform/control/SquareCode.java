package org.dalil.platform.control;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;

/** A QR code (ISO 18004) for paper. */
public final class SquareCode {

    private final ByteMatrix modules;

    /** @param text at most a few hundred characters; capital letters and digits make the smallest code */
    public SquareCode(String text) {
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }

    /** Modules a side, without the quiet zone. */
    public int size() {
        return modules.getWidth();
    }

    /** The dark modules, runs of a row as one rectangle. */
    public Shape shape(double x, double y, double side) {
        double module = side / modules.getWidth();
        Path2D path = new Path2D.Double();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                int run = 0;
                while (column + run < modules.getWidth() && modules.get(column + run, row) == 1) {
                    run++;
                }
                if (run > 0) {
                    path.append(new java.awt.geom.Rectangle2D.Double(x + column * module, y + row * module, run * module, module), false);
                    column += run;
                }
            }
        }
        return path;
    }
}
