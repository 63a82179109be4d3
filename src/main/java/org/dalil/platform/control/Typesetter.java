package org.dalil.platform.control;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.dalil.platform.entity.Language;

/**
 * Breaks text into lines of shaped letters, in any of the languages: the JDK's TextLayout joins Arabic and Sorani letters and
 * orders mixed directions right, and gives outlines that look the same on every printer. Lengths are millimetres.
 *
 * <p>Typeface: Vazirmatn (OFL), which has Arabic, Sorani and Latin letters of one colour.
 */
public final class Typesetter {

    public static final double MM_PER_POINT = 25.4 / 72;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Font REGULAR = load("Vazirmatn-Regular.ttf");
    private static final Font BOLD = load("Vazirmatn-Bold.ttf");

    /** Arabic letters sit small on their body. */
    private static final double ARABIC = 1.12;

    private final Language language;

    public Typesetter(Language language) {
        this.language = language;
    }

    /** @param points size for Latin letters; Arabic script is set 12 % larger */
    public record Style(double points, boolean bold) { }

    /**
     * One line.
     *
     * @param width of the letters with their space
     * @param top   how far ink reaches above the baseline
     * @param foot  how far ink reaches below it
     */
    public record Line(String text, boolean rightToLeft, double size, double width, double top, double foot, TextLayout shaped) {

        /** The letters' outline, in points, y downwards, from the left end of the baseline. */
        Shape outline() {
            // From right to left the blank that a line was broken at lies on its left, and is no part of its width.
            double blank = rightToLeft ? shaped.getAdvance() - shaped.getVisibleAdvance() : 0;
            return shaped.getOutline(AffineTransform.getTranslateInstance(-blank, 0));
        }
    }

    private static Font load(String name) {
        try (InputStream in = Typesetter.class.getResourceAsStream("/fonts/" + name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** From one baseline to the next. */
    public double leading(Style style) {
        return size(style) * MM_PER_POINT * (language.isRightToLeft() ? 1.5 : 1.3);
    }

    private double size(Style style) {
        return language.isRightToLeft() ? style.points() * ARABIC : style.points();
    }

    /** The text on one line, however long. */
    public Line line(String text, Style style) {
        return line(text, new TextLayout(attributed(text, style).getIterator(), EXACT), style);
    }

    /** Text of the same direction everywhere, for codes and addresses. */
    public static Line latin(String text, Style style) {
        return new Typesetter(Language.ENGLISH).line(text, style);
    }

    /** The text broken into lines of at most this width; a word that is wider is broken. */
    public List<Line> wrap(String text, Style style, double width) {
        AttributedString attributed = attributed(text, style);
        LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(),
                BreakIterator.getLineInstance(language.cldr().toLocale()), EXACT);
        List<Line> lines = new ArrayList<>();
        while (measurer.getPosition() < text.length()) {
            int from = measurer.getPosition();
            TextLayout shaped = measurer.nextLayout((float) (width / MM_PER_POINT));
            lines.add(line(text.substring(from, measurer.getPosition()).strip(), shaped, style));
        }
        return lines;
    }

    private AttributedString attributed(String text, Style style) {
        AttributedString attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, (style.bold() ? BOLD : REGULAR).deriveFont((float) size(style)));
        attributed.addAttribute(TextAttribute.RUN_DIRECTION,
                language.isRightToLeft() ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        return attributed;
    }

    private Line line(String text, TextLayout shaped, Style style) {
        Rectangle2D ink = shaped.getBounds();
        return new Line(text, language.isRightToLeft(), size(style), shaped.getVisibleAdvance() * MM_PER_POINT,
                -ink.getMinY() * MM_PER_POINT, ink.getMaxY() * MM_PER_POINT, shaped);
    }
}
