package org.dalil.platform.control;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.dalil.platform.control.Typesetter.Line;
import org.dalil.platform.entity.Language;

/**
 * The content of a page, or of a part that several pages share: black, greys and millimetres from the top left corner.
 * Letters are outlines; beneath them stands the same text unseen, so that it can be searched, copied and read aloud.
 */
public final class Drawing {

    /** Black. */
    public static final double INK = 0;

    /** Grey for what helps but isn't read first; still dark on a bad printer. */
    public static final double QUIET = 0.33;

    /** Hairlines. */
    public static final double HAIR = 0.6;

    private static final double POINTS = 1 / Typesetter.MM_PER_POINT;
    /** Something that a screen reader meets, in the order in which it is drawn. @param alternative for what is no text; may be null */
    record Tag(String role, Language language, String alternative) { }

    private final double height;
    private final List<Tag> tags = new ArrayList<>();
    private final StringBuilder operators = new StringBuilder();
    private final PDResources resources = new PDResources();
    private final UnseenText unseen;
    private final COSName font;

    /** @param height of the page, in millimetres */
    Drawing(UnseenText unseen, double height) {
        this.unseen = unseen;
        this.height = height * POINTS;
        font = resources.add(unseen.font());
    }

    PDResources resources() {
        return resources;
    }

    List<Tag> tags() {
        return tags;
    }

    /**
     * What is drawn in between is one part of the document for screen readers. On a page with tags, everything else must be an
     * {@link #ornament}.
     *
     * @param role        {@code H1}, {@code P}, {@code Figure} …
     * @param alternative what a figure says in words; null for text
     */
    public void tagged(String role, Language language, String alternative, Runnable content) {
        operators.append('/').append(role).append(" <</MCID ").append(tags.size()).append(">> BDC\n");
        tags.add(new Tag(role, language, alternative));
        content.run();
        operators.append("EMC\n");
    }

    /** What is drawn in between says nothing. */
    public void ornament(Runnable content) {
        operators.append("/Artifact BMC\n");
        content.run();
        operators.append("EMC\n");
    }

    byte[] content() {
        return operators.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A line whose first letter stands at the start: the left end of a left-to-right line, the right end of the other. */
    public void start(Line line, double x, double baseline, double grey) {
        left(line, line.rightToLeft() ? x - line.width() : x, baseline, grey);
    }

    public void centred(Line line, double x, double baseline, double grey) {
        left(line, x - line.width() / 2, baseline, grey);
    }

    /** A line with its left end here. */
    public void left(Line line, double x, double baseline, double grey) {
        COSDictionary spoken = new COSDictionary();
        spoken.setItem(COSName.ACTUAL_TEXT, new COSString(line.text()));
        COSName properties = resources.add(PDPropertyList.create(spoken));
        operators.append("/Span /").append(properties.getName()).append(" BDC\n");
        fill(AffineTransform.getTranslateInstance(x * POINTS, baseline * POINTS).createTransformedShape(line.outline()), grey);
        unseen.write(operators, font, line, x * POINTS, height - baseline * POINTS);
        operators.append("EMC\n");
    }

    /** A ring. @param thickness of its line */
    public void ring(double x, double y, double radius, double thickness, double grey) {
        stroke(circle(x, y, radius), thickness, grey);
    }

    public void disc(double x, double y, double radius, double grey) {
        fill(circle(x, y, radius), grey);
    }

    public void square(double x, double y, double radius, double thickness, double grey) {
        double corner = 1.2 * POINTS;
        stroke(new java.awt.geom.RoundRectangle2D.Double((x - radius) * POINTS, (y - radius) * POINTS, 2 * radius * POINTS,
                2 * radius * POINTS, corner, corner), thickness, grey);
    }

    /** The diamond dot of a reed pen. @param half from the middle to a corner */
    public void nuqta(double x, double y, double half, boolean filled) {
        java.awt.geom.Path2D diamond = new java.awt.geom.Path2D.Double();
        diamond.moveTo((x - half) * POINTS, y * POINTS);
        diamond.lineTo(x * POINTS, (y - half) * POINTS);
        diamond.lineTo((x + half) * POINTS, y * POINTS);
        diamond.lineTo(x * POINTS, (y + half) * POINTS);
        diamond.closePath();
        if (filled) {
            fill(diamond, INK);
        } else {
            stroke(diamond, 0.25, INK);
        }
    }

    public void line(double x1, double y1, double x2, double y2, double thickness, double grey) {
        stroke(new java.awt.geom.Line2D.Double(x1 * POINTS, y1 * POINTS, x2 * POINTS, y2 * POINTS), thickness, grey);
    }

    /** A line of dashes: where scissors or a fold go. */
    public void dashed(double x1, double y1, double x2, double y2, double dash, double gap) {
        operators.append('[').append(number(dash * POINTS)).append(' ').append(number(gap * POINTS)).append("] 0 d ");
        line(x1, y1, x2, y2, 0.2, QUIET);
        operators.append("[] 0 d\n");
    }

    /** A box with round corners. */
    public void box(Rectangle2D box, double thickness, double grey) {
        double corner = 3 * POINTS;
        stroke(new java.awt.geom.RoundRectangle2D.Double(box.getX() * POINTS, box.getY() * POINTS, box.getWidth() * POINTS,
                box.getHeight() * POINTS, corner, corner), thickness, grey);
    }

    /** Any shape, filled. */
    public void shape(Shape shape, double grey) {
        fill(AffineTransform.getScaleInstance(POINTS, POINTS).createTransformedShape(shape), grey);
    }

    /** A part that several pages share. */
    public void shared(PDFormXObject part) {
        operators.append('/').append(resources.add(part).getName()).append(" Do\n");
    }

    private static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double((x - radius) * POINTS, (y - radius) * POINTS, 2 * radius * POINTS, 2 * radius * POINTS);
    }

    private void fill(Shape shape, double grey) {
        operators.append(number(grey)).append(" g ");
        path(shape);
        operators.append("f\n");
    }

    private void stroke(Shape shape, double thickness, double grey) {
        operators.append(number(grey)).append(" G ").append(number(thickness * POINTS)).append(" w ");
        path(shape);
        operators.append("S\n");
    }

    private void path(Shape shape) {
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> point(c[0], c[1], "m ");
                case PathIterator.SEG_LINETO -> point(c[0], c[1], "l ");
                case PathIterator.SEG_QUADTO -> {
                    // PDF has cubic curves only.
                    point(x + 2 * (c[0] - x) / 3, y + 2 * (c[1] - y) / 3, "");
                    point(c[2] + 2 * (c[0] - c[2]) / 3, c[3] + 2 * (c[1] - c[3]) / 3, "");
                    point(c[2], c[3], "c ");
                    c[0] = c[2];
                    c[1] = c[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    point(c[0], c[1], "");
                    point(c[2], c[3], "");
                    point(c[4], c[5], "c ");
                    c[0] = c[4];
                    c[1] = c[5];
                }
                default -> operators.append("h ");
            }
            x = c[0];
            y = c[1];
        }
    }

    private void point(double x, double y, String operator) {
        operators.append(number(x)).append(' ').append(number(height - y)).append(' ').append(operator);
    }

    /** To a hundredth: 0.0035 mm. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String sign = hundredths < 0 ? "-" : "";
        long bare = Math.abs(hundredths);
        return sign + bare / 100 + "." + (bare % 100 < 10 ? "0" : "") + bare % 100;
    }
}
