package org.dalil.report.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A drawing of values before and after on an axis from 0 to 100, which begins on the right where one reads from there. Places
 * across are percents of the width, so that it fits a phone and a poster alike.
 */
public final class Chart {

    /** One course. */
    public record Value(String name, double before, double after) { }

    /** One course in its place: its name above its line. */
    public record Line(String name, String before, String after) { }

    /** A line of the axis; {@code anchor} keeps the first and the last number inside. */
    public record Tick(String x, String anchor, String text) { }

    private final List<Value> values;
    private final List<Line> lines;
    private final List<Tick> ticks;
    private final boolean rightToLeft;
    private final String first;
    private final String second;

    Chart(List<Value> values, FigureWords words) {
        this(values, words, words.text("report.before"), words.text("report.after"));
    }

    /** @param first  what the first value of each line is called */
    Chart(List<Value> values, FigureWords words, String first, String second) {
        this.values = List.copyOf(values);
        this.first = first;
        this.second = second;
        rightToLeft = words.isRightToLeft();
        lines = values.stream().map(v -> new Line(v.name(), place(v.before()), place(v.after()))).toList();
        ticks = IntStream.rangeClosed(0, 4).map(i -> i * 25)
                .mapToObj(p -> new Tick(place(p), p == 0 ? "start" : p == 100 ? "end" : "middle", words.percent(p))).toList();
    }

    private String place(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", rightToLeft ? 100 - percent : percent);
    }

    /** What the first value of each line is called. */
    public String getFirst() {
        return first;
    }

    /** Pixels from the start to the second name, which follows the first however long that is. */
    public int getGap() {
        return Math.max(112, 40 + 9 * first.length());
    }

    public String getSecond() {
        return second;
    }

    List<Value> values() {
        return values;
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<Tick> getTicks() {
        return ticks;
    }

    /** The side where a line of text begins. */
    public String getStart() {
        return rightToLeft ? "100%" : "0%";
    }

    /** So many pixels from there on. */
    public int along(int pixels) {
        return rightToLeft ? -pixels : pixels;
    }
}
