package org.dalil.workshop.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.control.Drawing;
import org.dalil.platform.control.Texts;
import org.dalil.platform.control.Typesetter;
import org.dalil.platform.control.Typesetter.Line;
import org.dalil.platform.control.Typesetter.Style;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetLayout.Box;
import org.dalil.workshop.entity.SheetLayout.Bubble;
import org.dalil.workshop.entity.SheetLayout.Row;

/** Sets one question: its number and stem, then its bubbles and their words, by kind. */
final class BlockComposer {

    private static final Style NUMBER = new Style(10.5, true);
    private static final Style STEM = new Style(10.5, true);
    private static final Style TEXT = new Style(10, false);
    private static final Style SMALL = new Style(8, false);

    private static final double STEM_AT = Sides.START + 8.5;
    private static final double BUBBLE_AT = Sides.START + 13.5;
    private static final double END = SheetLayout.WIDTH - Sides.START;

    /** From bubble to bubble: their clear spaces must not reach the neighbour's line. */
    private static final double STEP = 8.4;

    /** Room that handwriting of a neighbouring line may take before a strip counts as quiet. */
    private static final double STRIP_EDGE = 0.55;

    private final Texts texts;
    private final Language language;
    private final Typesetter type;
    private final Sides sides;
    private final SheetComposer.Density density;
    private final double top;

    private final List<Consumer<Drawing>> drawn = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Box> quiet = new ArrayList<>();
    private double y;
    /** Down to where ink reaches beside the bubbles, for the strip above the next line. */
    private double ink = Double.NaN;
    private Block block;

    BlockComposer(Texts texts, Language language, Sides sides, SheetComposer.Density density, double top) {
        this.texts = texts;
        this.language = language;
        this.sides = sides;
        this.density = density;
        this.top = top;
        type = new Typesetter(language);
        y = top;
    }

    BlockComposer compose(Quiz.Item item, Quiz.ItemWords words, int number) {
        double first = y + type.leading(STEM) * 0.72;
        Line numeral = type.line(language.number(number), NUMBER);
        drawn.add(d -> d.start(numeral, sides.x(Sides.START), first, Drawing.INK));
        paragraph(words.stem(), STEM, STEM_AT, END - STEM_AT, Drawing.INK);
        paragraph(texts.get(language, "assessment.hint." + hint(item.kind())), SMALL, STEM_AT, END - STEM_AT, Drawing.QUIET);
        y += 1.2;
        switch (item.kind()) {
            case SINGLE, TRUE_FALSE -> list(item, words, false);
            case MULTIPLE, SPOT -> list(item, words, true);
            case ORDER -> order(item, words);
            case MATCH -> match(item, words);
            case SCALE -> scale();
        }
        Box box = new Box(Sides.START - 2, top - 1, Sides.COLUMN + 4, y - top + 2);
        block = new Block(item.id(), item.kind(), box, List.copyOf(rows), List.copyOf(quiet));
        return this;
    }

    Block block() {
        return block;
    }

    Box box() {
        return new Box(Sides.START, top, Sides.COLUMN, y - top);
    }

    List<Consumer<Drawing>> drawn() {
        return drawn;
    }

    private static String hint(Quiz.Kind kind) {
        return switch (kind) {
            case SINGLE, TRUE_FALSE -> "one";
            case MULTIPLE, SPOT -> "many";
            case ORDER -> "order";
            case MATCH -> "match";
            case SCALE -> "scale";
        };
    }

    /** Lines one below the other. */
    private void paragraph(String text, Style style, double at, double width, double grey) {
        for (Line line : type.wrap(text, style, width)) {
            double baseline = y + type.leading(style) * 0.72;
            drawn.add(d -> d.start(line, sides.x(at), baseline, grey));
            y += type.leading(style);
            ink = baseline + line.foot();
        }
    }

    /** One bubble a line: circles where one is chosen, squares where all that fit are. */
    private void list(Quiz.Item item, Quiz.ItemWords words, boolean many) {
        List<Bubble> bubbles = new ArrayList<>();
        int place = 0;
        for (String choice : item.choices()) {
            place++;
            double middle = words(words.choices().get(choice).text(), BUBBLE_AT + 5.2);
            ordinal(place, middle);
            bubbles.add(bubble(choice, sides.x(BUBBLE_AT), middle, many));
        }
        rows.add(new Row("", List.copyOf(bubbles)));
    }

    /** A place for each line: rows of circles under the numerals of places. */
    private void order(Quiz.Item item, Quiz.ItemWords words) {
        Map<String, String> places = new LinkedHashMap<>();
        for (int place = 1; place <= item.choices().size(); place++) {
            places.put(String.valueOf(place), language.number(place));
        }
        Map<String, String> lines = new LinkedHashMap<>();
        item.choices().forEach(c -> lines.put(c, words.choices().get(c).text()));
        grid(places, lines);
    }

    /** What stands on the right, by letter; then for each line a row of circles under these letters. */
    private void match(Quiz.Item item, Quiz.ItemWords words) {
        String[] letters = texts.get(language, "workshop.sheet.letters").split(" ");
        Map<String, String> partners = new LinkedHashMap<>();
        for (int i = 0; i < item.right().size(); i++) {
            String right = item.right().get(i);
            partners.put(right, letters[i]);
            Line letter = type.line(letters[i], STEM);
            double baseline = y + type.leading(TEXT) * 0.72;
            drawn.add(d -> d.start(letter, sides.x(STEM_AT), baseline, Drawing.INK));
            paragraph(words.right().get(right), TEXT, BUBBLE_AT + 0.5, END - BUBBLE_AT - 0.5, Drawing.INK);
        }
        y += 1.2;
        Map<String, String> lines = new LinkedHashMap<>();
        item.choices().forEach(c -> lines.put(c, words.choices().get(c).text()));
        grid(partners, lines);
    }

    private void grid(Map<String, String> columns, Map<String, String> lines) {
        double heads = y + type.leading(SMALL) * 0.8;
        int column = 0;
        for (String head : columns.values()) {
            Line line = type.line(head, new Style(9, true));
            double x = sides.x(BUBBLE_AT + STEP * column++);
            drawn.add(d -> d.centred(line, x, heads, Drawing.INK));
        }
        y += type.leading(SMALL) + 0.6;
        ink = heads + 1;
        double text = BUBBLE_AT + STEP * (columns.size() - 1) + 5.2;
        lines.forEach((id, words) -> {
            double middle = words(words, text);
            List<Bubble> bubbles = new ArrayList<>();
            for (String value : columns.keySet()) {
                bubbles.add(bubble(value, sides.x(BUBBLE_AT + STEP * bubbles.size()), middle, false));
            }
            rows.add(new Row(id, List.copyOf(bubbles)));
        });
    }

    /** Five circles across the page, each with its words beneath. */
    private void scale() {
        double width = (END - STEM_AT) / 5;
        double middle = y + 3.9;
        double under = middle + SheetLayout.CLEAR + 0.3;
        List<Bubble> bubbles = new ArrayList<>();
        double deepest = under;
        for (int step = 1; step <= 5; step++) {
            double x = sides.x(STEM_AT + width * (step - 0.5));
            bubbles.add(bubble(String.valueOf(step), x, middle, false));
            double baseline = under + type.leading(SMALL) * 0.72;
            for (Line line : type.wrap(texts.get(language, "assessment.scale." + step), SMALL, width - 2)) {
                double at = baseline;
                drawn.add(d -> d.centred(line, x, at, Drawing.INK));
                baseline += type.leading(SMALL);
            }
            deepest = Math.max(deepest, baseline - type.leading(SMALL) * 0.72);
        }
        rows.add(new Row("", List.copyOf(bubbles)));
        y = deepest;
    }

    /** The words beside bubbles, in as many lines as they need. @return the height at which the bubbles stand */
    private double words(String text, double at) {
        List<Line> lines = type.wrap(text, TEXT, END - at);
        double height = Math.max(density.row(), lines.size() * type.leading(TEXT) + 2.2);
        double baseline = y + (height - lines.size() * type.leading(TEXT)) / 2 + type.leading(TEXT) * 0.72;
        strip(at, baseline - lines.get(0).top());
        for (Line line : lines) {
            double here = baseline;
            drawn.add(d -> d.start(line, sides.x(at), here, Drawing.INK));
            ink = here + line.foot();
            baseline += type.leading(TEXT);
        }
        double middle = y + height / 2;
        y += height;
        return middle;
    }

    /** Between the ink of the line before and this one's. */
    private void strip(double at, double nextInk) {
        double from = ink + STRIP_EDGE;
        double height = nextInk - STRIP_EDGE - from;
        if (height > 0.7) {
            quiet.add(new Box(sides.left(at, END - at), from, END - at, height));
        }
    }

    /** The place of a choice in its list, small, for whoever keys the sheet in. */
    private void ordinal(int place, double middle) {
        Line numeral = type.line(language.number(place), new Style(7, false));
        drawn.add(d -> d.start(numeral, sides.x(STEM_AT - 0.6), middle + 0.9, Drawing.QUIET));
    }

    private Bubble bubble(String value, double x, double middle, boolean many) {
        drawn.add(many ? d -> d.square(x, middle, SheetLayout.RADIUS * 0.94, 0.3, Drawing.INK)
                : d -> d.ring(x, middle, SheetLayout.RADIUS, 0.3, Drawing.INK));
        return new Bubble(value, x, middle);
    }
}
