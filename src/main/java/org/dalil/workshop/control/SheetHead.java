package org.dalil.workshop.control;

import java.awt.geom.Rectangle2D;
import org.dalil.assessment.entity.Occasion;
import org.dalil.platform.control.Drawing;
import org.dalil.platform.control.SquareCode;
import org.dalil.platform.control.Texts;
import org.dalil.platform.control.Typesetter;
import org.dalil.platform.control.Typesetter.Line;
import org.dalil.platform.control.Typesetter.Style;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.SheetId;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Box;
import org.dalil.workshop.entity.SheetLayout.Point;
import org.dalil.workshop.entity.SheetSeal;

/** What stands above and below the questions: the number of the card, the square code, how to mark, and the round marks. */
final class SheetHead {

    /** The round marks: a ring and a dot, which no letter and no pen makes by chance. */
    static final double MARK_OUTER = 3.75;
    static final double MARK_INNER = 2.65;
    static final double MARK_DOT = 1.4;

    private static final double CODE = 23;
    private static final double TEXT_AT = Sides.START + 30;
    private static final double RULE = 45.5;
    private static final Style TITLE = new Style(14, true);
    private static final Style HOW = new Style(8.5, false);
    private static final Style SMALL = new Style(8, false);

    private final Texts texts;
    private final Language language;
    private final Typesetter type;
    private final Sides sides;
    private final String course;

    /** @param course its short name, which says nothing to a stranger */
    SheetHead(Texts texts, Language language, String course) {
        this.texts = texts;
        this.language = language;
        this.course = course;
        type = new Typesetter(language);
        sides = new Sides(language.isRightToLeft());
    }

    /** Where the square code stands, without the quiet around it. */
    static Box code(boolean rightToLeft) {
        return new Box(new Sides(rightToLeft).left(SheetLayout.WIDTH - Sides.START - CODE, CODE), 18, CODE, CODE);
    }

    /** What is the same on this page for everybody. */
    void shared(Drawing drawing, int page, int pages) {
        for (Point mark : SheetLayout.MARKS) {
            double width = MARK_OUTER - MARK_INNER;
            drawing.ring(mark.x(), mark.y(), MARK_OUTER - width / 2, width, Drawing.INK);
            drawing.disc(mark.x(), mark.y(), MARK_DOT, Drawing.INK);
        }
        how(drawing, 29.5, "workshop.sheet.how.mark", 1);
        how(drawing, 35, "workshop.sheet.how.change", 2);
        how(drawing, 40.5, "workshop.sheet.how.leave", 0);
        drawing.line(Sides.START, RULE, SheetLayout.WIDTH - Sides.START, RULE, 0.35, Drawing.INK);
        foot(drawing, page, pages);
    }

    /** A small bubble as it shall look, and what that means. @param state 0 empty, 1 filled, 2 filled and crossed out */
    private void how(Drawing drawing, double middle, String key, int state) {
        double x = sides.x(TEXT_AT + 1.5);
        drawing.ring(x, middle, 1.5, 0.25, Drawing.INK);
        if (state > 0) {
            drawing.disc(x, middle, 1.3, state == 1 ? Drawing.INK : Drawing.HAIR);
        }
        if (state == 2) {
            drawing.line(x - 1.9, middle - 1.9, x + 1.9, middle + 1.9, 0.45, Drawing.INK);
            drawing.line(x - 1.9, middle + 1.9, x + 1.9, middle - 1.9, 0.45, Drawing.INK);
        }
        drawing.start(type.line(texts.get(language, key), HOW), sides.x(TEXT_AT + 5), middle + 1.05, Drawing.INK);
    }

    /** How far one has come: a nuqta a page, and the number. */
    private void foot(Drawing drawing, int page, int pages) {
        Line line = type.line(texts.get(language, "workshop.sheet.page", page, pages), SMALL);
        double at = SheetLayout.WIDTH - Sides.START - line.width();
        drawing.left(line, sides.left(at, line.width()), 286, Drawing.QUIET);
        for (int i = 1; i <= pages; i++) {
            drawing.nuqta(sides.x(at - 3 - 3.4 * (pages - i)), 285, 1.1, i <= page);
        }
    }

    /** What is this sheet's own. */
    void own(Drawing drawing, SheetId id, SheetSeal seal, Box code) {
        drawing.shape(new SquareCode(id.code(seal)).shape(code.x(), code.y(), code.width()), Drawing.INK);
        Line label = type.line(texts.get(language, "workshop.sheet.card"), SMALL);
        drawing.centred(label, sides.x(Sides.START + 11.5), 23.2, Drawing.QUIET);
        Line number = type.line(language.number(id.card()), new Style(28, true));
        drawing.centred(number, sides.x(Sides.START + 11.5), 35, Drawing.INK);
        drawing.centred(Typesetter.latin(course + "  " + id.form(), SMALL), sides.x(Sides.START + 11.5), 41.3, Drawing.QUIET);
        drawing.box(new Rectangle2D.Double(sides.left(Sides.START, 23), 18, 23, 25), 0.35, Drawing.INK);
        String title = id.occasion() == Occasion.PRE ? "assessment.before.title" : "assessment.after.title";
        drawing.start(type.line(texts.get(language, title), TITLE), sides.x(TEXT_AT), 23.2, Drawing.INK);
        Line line = Typesetter.latin(id.line(seal), SMALL);
        drawing.left(line, sides.left(Sides.START, line.width()), 286, Drawing.QUIET);
    }
}
