package org.dalil.report.web;

import java.util.ArrayList;
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
    private static final double MOST = 132;

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
    List<List<Chart.Value>> parts(List<Chart.Value> values) {
        List<List<Chart.Value>> parts = new ArrayList<>();
        double left = 0;
        for (Chart.Value value : values) {
            if (step(value) > left) {
                parts.add(new ArrayList<>());
                left = MOST;
            }
            parts.get(parts.size() - 1).add(value);
            left -= step(value);
        }
        return parts;
    }

    double height(List<Chart.Value> values) {
        return HEAD + values.stream().mapToDouble(this::step).sum() + FOOT;
    }

    /** What a value takes: its name may be a sentence. */
    private double step(Chart.Value value) {
        return STEP + (name(value).size() - 1) * type.leading(TEXT);
    }

    private List<Line> name(Chart.Value value) {
        return type.wrap(value.name(), TEXT, width);
    }

    void draw(Drawing drawing, double top, Chart chart, List<Chart.Value> values) {
        legend(drawing, top, chart);
        double bottom = top + height(values) - FOOT;
        for (int i = 0; i < chart.getTicks().size(); i++) {
            double x = across(100.0 * i / (chart.getTicks().size() - 1));
            Line text = type.line(chart.getTicks().get(i).text(), TEXT);
            drawing.left(text, Math.max(left, Math.min(left + width - text.width(), x - text.width() / 2)), bottom + 4, Drawing.QUIET);
        }
        double at = top + HEAD;
        for (Chart.Value value : values) {
            line(drawing, at, value);
            at += step(value);
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
        double y = top + 4;
        for (Line line : name(value)) {
            drawing.start(line, from(0), y, Drawing.INK);
            y += type.leading(TEXT);
        }
        y = top + step(value) - 3;
        // Beside the values only: a line through a name makes it hard to read.
        for (int percent = 0; percent <= 100; percent += 25) {
            drawing.line(across(percent), y - 2.3, across(percent), y + 2.3, 0.15, Drawing.HAIR);
        }
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
