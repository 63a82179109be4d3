package org.dalil.workshop.control;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Map;
import java.util.Optional;
import org.dalil.workshop.entity.SheetLayout.Box;
import org.dalil.workshop.entity.SheetLayout.Point;

/** Reads square codes. Where the sheet lies is known from its round marks, so the code is straightened before it is read. */
final class CodeReader {

    /** Dots a millimetre of the straightened code. */
    private static final int FINE = 8;

    /** Millimetres around the code: quiet, and room for a sheet that bends. */
    private static final double AROUND = 4;

    /** Modules of a code of version 2, which holds a sheet's id. */
    private static final int MODULES = 25;

    private CodeReader() { }

    /** The text of the code in this box of the sheet. */
    static Optional<String> read(GreyImage image, Homography sheet, Box box) {
        int side = (int) ((box.width() + 2 * AROUND) * FINE);
        byte[] dots = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                Point at = sheet.picture(box.x() - AROUND + (x + 0.5) / FINE, box.y() - AROUND + (y + 0.5) / FINE);
                dots[y * side + x] = (byte) image.at(at.x(), at.y());
            }
        }
        GreyImage straight = new GreyImage(side, side, dots);
        return decoded(bitmap(straight)).or(() -> byModules(straight));
    }

    /** The text of any code in the picture: only to tell what a picture without enough round marks is of. */
    static Optional<String> anywhere(GreyImage image) {
        try {
            Result[] results = new QRCodeMultiReader().decodeMultiple(bitmap(image), Map.of(DecodeHintType.TRY_HARDER, true));
            return results.length == 0 ? Optional.empty() : Optional.of(results[0].getText());
        } catch (ReaderException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static BinaryBitmap bitmap(GreyImage image) {
        return new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(image.dots(), image.width(), image.height(), 0, 0,
                image.width(), image.height(), false)));
    }

    private static Optional<String> decoded(BinaryBitmap bitmap) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText());
        } catch (ReaderException | RuntimeException unreadable) {
            // Runtime: a damaged code can lead the library beyond its arrays.
            return Optional.empty();
        }
    }

    /** Module by module where each should be, for codes whose corners are too blurred to be found. */
    private static Optional<String> byModules(GreyImage straight) {
        boolean[] ink = straight.ink(6 * FINE, 0.92);
        double module = (straight.width() - 2 * AROUND * FINE) / MODULES;
        for (int shift = 0; shift < 9; shift++) {
            double dx = (shift % 3 - 1) * module * 0.4;
            double dy = (shift / 3 - 1) * module * 0.4;
            for (int turn = 0; turn < 2; turn++) {
                BitMatrix bits = new BitMatrix(MODULES);
                for (int row = 0; row < MODULES; row++) {
                    for (int column = 0; column < MODULES; column++) {
                        if (dark(ink, straight.width(), AROUND * FINE + (column + 0.5) * module + dx, AROUND * FINE + (row + 0.5) * module + dy)) {
                            bits.set(turn == 0 ? column : MODULES - 1 - column, turn == 0 ? row : MODULES - 1 - row);
                        }
                    }
                }
                try {
                    return Optional.of(new Decoder().decode(bits).getText());
                } catch (ReaderException | RuntimeException unreadable) {
                    // the next shift or turn
                }
            }
        }
        return Optional.empty();
    }

    private static boolean dark(boolean[] ink, int width, double x, double y) {
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                count += ink[((int) y + dy) * width + (int) x + dx] ? 1 : 0;
            }
        }
        return count >= 5;
    }
}
