package org.dalil.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is drawn says what it was drawn for: read back by a reader. */
class QrDrawingTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int SCALE = 4;

    private static String read(QrDrawing drawing) throws Exception {
        int width = drawing.size() * SCALE;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        Matcher run = RUN.matcher(drawing.path());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * SCALE;
            int y = Integer.parseInt(run.group(2)) * SCALE;
            for (int row = y; row < y + SCALE; row++) {
                Arrays.fill(pixels, row * width + x, row * width + x + Integer.parseInt(run.group(3)) * SCALE, 0);
            }
        }
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))),
                Map.of(DecodeHintType.TRY_HARDER, true)).getText();
    }

    @Test
    void every_card_of_a_room_can_be_read() throws Exception {
        Random random = new Random(7);
        for (int card = 0; card < 300; card++) {
            byte[] bytes = new byte[8];
            random.nextBytes(bytes);
            String text = "https://dalil.example.org/ckb/card#" + CardCode.of(bytes).value();
            assertEquals(text, read(QrDrawing.of(text)));
        }
    }

    @Test
    void so_can_what_is_no_card() throws Exception {
        for (String text : new String[] {"https://dalil.example.org/en/room", "otpauth://totp/x?secret=ABCDEFGH", "https://dalil.example.org/ar/card#x"}) {
            assertEquals(text, read(QrDrawing.of(text)));
        }
    }
}
