package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dalil.workshop.control.Pen;

/** A sheet of cards as the browser prints it. Millimetres. */
final class CardSheet {

    private static final double A4 = 210;

    private final BufferedImage paper;

    private CardSheet(BufferedImage paper) {
        this.paper = paper;
    }

    static List<CardSheet> printed(Page page) {
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
        return Pen.printed(pdf).stream().map(CardSheet::new).toList();
    }

    /** A square code. @param across and {@code down} of its middle */
    record Square(String text, double across, double down) { }

    /** What a phone's camera reads on it, row by row, from the left. */
    List<Square> squares() {
        int width = paper.getWidth();
        int[] dots = paper.getRGB(0, 0, width, paper.getHeight(), null, 0, width);
        List<Square> squares = new ArrayList<>();
        try {
            for (Result result : new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(width, paper.getHeight(), dots))), Map.of(DecodeHintType.TRY_HARDER, true))) {
                squares.add(new Square(result.getText(), mm(Arrays.stream(result.getResultPoints()).limit(3).mapToDouble(p -> p.getX()).average().orElseThrow()),
                        mm(Arrays.stream(result.getResultPoints()).limit(3).mapToDouble(p -> p.getY()).average().orElseThrow())));
            }
        } catch (NotFoundException none) {
            return List.of();
        }
        squares.sort((a, b) -> Math.abs(a.down - b.down) > 20 ? Double.compare(a.down, b.down) : Double.compare(a.across, b.across));
        return squares;
    }

    private double mm(double dots) {
        return dots * A4 / paper.getWidth();
    }

    /** How much of a line across is ink: of a dotted one about half. */
    private double ink(double from, double to, double down) {
        double most = 0;
        for (double y = down - 0.6; y <= down + 0.6; y += 0.1) {
            int dark = 0;
            int all = 0;
            for (double x = from; x < to; x += 0.05) {
                dark += (paper.getRGB((int) (x * paper.getWidth() / A4), (int) (y * paper.getWidth() / A4)) & 0xFF) < 200 ? 1 : 0;
                all++;
            }
            most = Math.max(most, (double) dark / all);
        }
        return most;
    }

    /** A box of the page as it is printed, in millimetres from the first card's corner. */
    private record Box(double left, double top, double right, double bottom) { }

    private static Box box(Page page, int card, String part) {
        @SuppressWarnings("unchecked")
        List<Number> sides = (List<Number>) page.evaluate("""
                ([card, part]) => { const all = document.querySelectorAll('.cards8 li'), o = document.querySelector('.cards8').getBoundingClientRect();
                    const b = (part ? all[card].querySelector(part) : all[card]).getBoundingClientRect();
                    return [b.left - o.left, b.top - o.top, b.right - o.left, b.bottom - o.top].map(x => x * 25.4 / 96); }""", List.of(card, part));
        return new Box(sides.get(0).doubleValue(), sides.get(1).doubleValue(), sides.get(2).doubleValue(), sides.get(3).doubleValue());
    }

    /** Each card's flap, folded up, lies over its code and its square, and leaves the number to be seen. */
    static void assertFolds(Page page, boolean rightToLeft) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        int cards = page.locator(".cards8 li").count();
        for (int card = 0; card < cards; card++) {
            Box flap = box(page, card, ".flap");
            double reach = flap.bottom - flap.top;
            for (String secret : List.of("svg", ".cd")) {
                Box hidden = box(page, card, secret);
                assertTrue(flap.top - hidden.top <= reach && hidden.bottom <= flap.top, secret + " of card " + card + " is under the flap");
                assertTrue(hidden.left >= flap.left && hidden.right <= flap.right, secret + " of card " + card + " is beside the flap");
            }
            Box number = box(page, card, ".no");
            assertTrue(rightToLeft ? number.left >= flap.right - 0.5 : number.right <= flap.left + 0.5, "the number stays outside");
            Box whole = box(page, card, "");
            assertEquals(93, whole.right - whole.left, 0.5);
            assertEquals(67, whole.bottom - whole.top, 0.5);
        }
        assertEquals("dotted", page.locator(".cards8 .flap").first().evaluate("f => getComputedStyle(f).borderBlockStartStyle"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
    }

    /** A dotted line to fold at, below each square, as far as the flap goes. @param down from the middle of a square to the line */
    void assertFoldLines(boolean rightToLeft) {
        for (Square square : squares()) {
            double from = rightToLeft ? square.across - 40 : square.across - 10;
            double ink = 0;
            for (double down = 14; down < 24; down += 0.5) {
                double here = ink(from, from + 50, square.down + down);
                ink = here > 0.25 && here < 0.9 ? Math.max(ink, here) : ink;
            }
            assertTrue(ink > 0.25, "no line to fold at below the square at " + square);
        }
    }
}
