package org.dalil.report.web;

import java.util.List;
import org.dalil.platform.control.Drawing;
import org.dalil.platform.control.Typesetter;
import org.dalil.platform.control.Typesetter.Line;
import org.dalil.platform.control.Typesetter.Style;
import org.dalil.platform.entity.Language;

/** A {@link Chart} on paper: rings before, diamonds after, from 0 to 100 in the direction in which one reads. Millimetres. */
final class PaperChart {

    private static final Style TEXT = new Style(9, false);
    private static final double HEAD = 7;
    private static final double STEP = 11;
    private static final double FOOT = 7;

    /** What one page takes. */
    private static final int MOST_LINES = 12;

    private final Typesetter type;
    private final boolean rightToLeft;
    private final double left;
    private final double width;

    PaperChart(Typesetter type, Language language, double left, double width) {
        this.type = type;
        this.rightToLeft = language.isRightToLeft();
        this.left = left;
        this.width = width;
    }

    /** The lines in as many parts as pages need. */
    static List<List<Chart.Value>> parts(List<Chart.Value> values) {
        return java.util.stream.IntStream.range(0, (values.size() + MOST_LINES - 1) / MOST_LINES)
                .mapToObj(i -> values.subList(i * MOST_LINES, Math.min(values.size(), (i + 1) * MOST_LINES))).toList();
    }

    static double height(List<Chart.Value> values) {
        return HEAD + values.size() * STEP + FOOT;
    }

    void draw(Drawing drawing, double top, Chart chart, List<Chart.Value> values) {
        legend(drawing, top, chart);
        double bottom = top + HEAD + values.size() * STEP;
        for (int i = 0; i < chart.getTicks().size(); i++) {
            double x = across(100.0 * i / (chart.getTicks().size() - 1));
            drawing.line(x, top + HEAD, x, bottom, 0.15, Drawing.HAIR);
            Line text = type.line(chart.getTicks().get(i).text(), TEXT);
            drawing.left(text, Math.max(left, Math.min(left + width - text.width(), x - text.width() / 2)), bottom + 4, Drawing.QUIET);
        }
        for (int i = 0; i < values.size(); i++) {
            line(drawing, top + HEAD + i * STEP, values.get(i));
        }
    }

    private void legend(Drawing drawing, double top, Chart chart) {
        Line first = type.line(chart.getFirst(), TEXT);
        drawing.ring(from(2), top, 1.4, 0.5, Drawing.INK);
        drawing.start(first, from(5), top + 1.2, Drawing.QUIET);
        drawing.nuqta(from(first.width() + 14), top, 1.9, true);
        drawing.start(type.line(chart.getSecond(), TEXT), from(first.width() + 17), top + 1.2, Drawing.QUIET);
    }

    private void line(Drawing drawing, double top, Chart.Value value) {
        type.wrap(value.name(), TEXT, width).stream().findFirst().ifPresent(name -> drawing.start(name, from(0), top + 4, Drawing.INK));
        double y = top + 8;
        drawing.line(across(value.before()), y, across(value.after()), y, 0.4, Drawing.QUIET);
        drawing.disc(across(value.before()), y, 1.6, 1);
        drawing.ring(across(value.before()), y, 1.4, 0.5, Drawing.INK);
        drawing.nuqta(across(value.after()), y, 1.9, true);
    }

    /** So far from the side where a line of text begins. */
    private double from(double in) {
        return rightToLeft ? left + width - in : left + in;
    }

    private double across(double percent) {
        return from(width * percent / 100);
    }
}
