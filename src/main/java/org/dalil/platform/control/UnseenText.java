package org.dalil.platform.control;

import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.dalil.platform.control.Typesetter.Line;

/** Writes text that is found and copied but not seen (PDF text rendering mode 3) under the outlines that are. */
final class UnseenText {

    private final PDFont font;

    UnseenText(PDDocument document) throws IOException {
        try (InputStream in = UnseenText.class.getResourceAsStream("/fonts/Vazirmatn-Regular.ttf")) {
            font = PDType0Font.load(document, in, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** Stretched to the width of the outlines, in the order in which the letters are seen, as readers of PDF expect it. */
    void write(StringBuilder operators, COSName name, Line line, double x, double y) {
        String text = seen(known(line.text()), line.rightToLeft());
        if (text.isBlank()) {
            return;
        }
        try {
            double natural = font.getStringWidth(text) / 1000 * line.size();
            double stretch = natural > 0 ? 100 * line.width() / Typesetter.MM_PER_POINT / natural : 100;
            operators.append("BT 3 Tr /").append(name.getName()).append(' ').append(Drawing.number(line.size())).append(" Tf ")
                    .append(Drawing.number(stretch)).append(" Tz ").append(Drawing.number(x)).append(' ').append(Drawing.number(y))
                    .append(" Td <");
            for (byte b : font.encode(text)) {
                operators.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
            operators.append("> Tj ET\n");
            text.codePoints().forEach(font::addToSubset);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a font in memory", e);
        }
    }

    private String known(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().filter(this::has).forEach(known::appendCodePoint);
        return known.toString();
    }

    private boolean has(int codePoint) {
        try {
            font.encode(Character.toString(codePoint));
            return true;
        } catch (IOException | IllegalArgumentException noSuchLetter) {
            return false;
        }
    }

    /** Letters from left to right, each with its own marks. */
    private static String seen(String text, boolean rightToLeft) {
        Bidi order = new Bidi(text, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        if (order.isLeftToRight()) {
            return text;
        }
        List<String> letters = new ArrayList<>();
        List<Byte> levels = new ArrayList<>();
        BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
        borders.setText(text);
        for (int from = borders.first(), to = borders.next(); to != BreakIterator.DONE; from = to, to = borders.next()) {
            letters.add(text.substring(from, to));
            levels.add((byte) order.getLevelAt(from));
        }
        byte[] level = new byte[levels.size()];
        for (int i = 0; i < level.length; i++) {
            level[i] = levels.get(i);
        }
        Object[] ordered = letters.toArray();
        Bidi.reorderVisually(level, 0, ordered, 0, ordered.length);
        StringBuilder seen = new StringBuilder();
        for (Object letter : ordered) {
            seen.append(letter);
        }
        return seen.toString();
    }
}
