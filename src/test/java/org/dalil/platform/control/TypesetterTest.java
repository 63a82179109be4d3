package org.dalil.platform.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.platform.control.Typesetter.Line;
import org.dalil.platform.control.Typesetter.Style;
import org.dalil.platform.entity.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn is what HarfBuzz, which nobody here wrote, says should be: the same glyphs in the same places, in both faces. */
class TypesetterTest {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Pattern GLYPH = Pattern.compile("(\\d+)(?:@(-?\\d+),(-?\\d+))?\\+(-?\\d+)");
    /** Whole points in Arabic, too: Java rounds sizes to 64ths. */
    private static final double POINTS = 25;
    private static final double UNITS = 2048;
    private static final Map<String, Font> FACES = new HashMap<>();

    /** @param glyphs as hb-shape wrote them */
    record Shaped(String face, Language language, String text, String glyphs) {

        @Override
        public String toString() {
            return face + " " + language.tag() + " " + text;
        }
    }

    static List<Shaped> lines() throws IOException {
        try (InputStream in = TypesetterTest.class.getResourceAsStream("/typesetter/harfbuzz.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#")).map(l -> l.split("\t"))
                    .map(f -> new Shaped(f[0], new Language(f[1]), f[2].replace("\\u2066", "\u2066").replace("\\u2069", "\u2069"), f[3])).toList();
        }
    }

    private static Font face(String name) {
        return FACES.computeIfAbsent(name, n -> {
            try (InputStream in = TypesetterTest.class.getResourceAsStream("/fonts/Vazirmatn-" + n + ".ttf")) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("lines")
    void each_glyph_stands_where_harfbuzz_puts_it(Shaped expected) {
        Line line = new Typesetter(expected.language()).line(expected.text(), new Style(POINTS, expected.face().equals("Bold")));
        Font font = face(expected.face()).deriveFont((float) line.size());
        Path2D drawn = new Path2D.Double();
        double pen = 0;
        Matcher glyph = GLYPH.matcher(expected.glyphs());
        while (glyph.find()) {
            double dx = glyph.group(2) == null ? 0 : Integer.parseInt(glyph.group(2)) * line.size() / UNITS;
            double dy = glyph.group(3) == null ? 0 : Integer.parseInt(glyph.group(3)) * line.size() / UNITS;
            Shape shape = font.createGlyphVector(EXACT, new int[] {Integer.parseInt(glyph.group(1))}).getOutline((float) (pen + dx), (float) -dy);
            drawn.append(shape, false);
            pen += Integer.parseInt(glyph.group(4)) * line.size() / UNITS;
        }
        assertEquals(pen, line.width() / Typesetter.MM_PER_POINT, 0.05, "the line's width in points");
        List<double[]> theirs = contours(drawn);
        List<double[]> ours = contours(line.outline());
        assertEquals(theirs.size(), ours.size(), "contours");
        for (int i = 0; i < theirs.size(); i++) {
            for (int edge = 0; edge < 5; edge++) {
                assertEquals(theirs.get(i)[edge], ours.get(i)[edge], 0.05, "contour " + i + " from the left, edge " + edge);
            }
        }
    }

    /** Left, top, right, bottom and number of points of each closed curve, from left to right. */
    private static List<double[]> contours(Shape shape) {
        List<double[]> contours = new ArrayList<>();
        double[] now = null;
        double[] c = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(c);
            int points = kind == PathIterator.SEG_CLOSE ? 0 : kind == PathIterator.SEG_QUADTO ? 2 : kind == PathIterator.SEG_CUBICTO ? 3 : 1;
            if (kind == PathIterator.SEG_MOVETO) {
                now = new double[] {c[0], c[1], c[0], c[1], 0};
                contours.add(now);
            }
            for (int i = 0; i < points; i++) {
                now[0] = Math.min(now[0], c[2 * i]);
                now[1] = Math.min(now[1], c[2 * i + 1]);
                now[2] = Math.max(now[2], c[2 * i]);
                now[3] = Math.max(now[3], c[2 * i + 1]);
                now[4]++;
            }
        }
        contours.sort(Comparator.<double[]>comparingDouble(b -> Math.round(b[0])).thenComparingDouble(b -> Math.round(b[1] * 4))
                .thenComparingDouble(b -> b[2]).thenComparingDouble(b -> b[3]));
        return contours;
    }

    @Test
    void both_faces_and_every_way_of_writing_are_among_the_lines() throws IOException {
        List<Shaped> all = lines();
        for (String face : List.of("Bold", "Regular")) {
            for (String language : List.of("ar", "ckb", "kmr")) {
                assertTrue(all.stream().anyMatch(l -> l.face().equals(face) && l.language().tag().equals(language)), face + " " + language);
            }
        }
        assertTrue(all.stream().anyMatch(l -> l.text().matches(".*[0-9].*[٠-٩].*")), "digits of both kinds in one line");
    }

    /** A line is broken at a blank. From right to left that lies on its left, and pushed the line over the edge of the page. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ckb"})
    void a_broken_line_stays_within_its_width(String tag) {
        Typesetter type = new Typesetter(Language.of(tag).orElseThrow());
        String words = tag.equals("en") ? "mean of the scores " : "متوسط الدرجات قبل الدورة ";
        for (Typesetter.Line line : type.wrap(words.repeat(20), new Typesetter.Style(10, false), 100)) {
            Rectangle2D ink = line.outline().getBounds2D();
            assertTrue(ink.getMinX() * Typesetter.MM_PER_POINT > -0.4 && ink.getMaxX() * Typesetter.MM_PER_POINT < line.width() + 0.4,
                    ink + " of " + line.width() + " mm");
        }
    }
}
