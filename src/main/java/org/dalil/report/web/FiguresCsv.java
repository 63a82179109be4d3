package org.dalil.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dalil.report.entity.Capped;
import org.dalil.report.entity.Count;
import org.dalil.report.entity.Interval;
import org.dalil.report.entity.MasteryChange;
import org.dalil.report.entity.ObjectiveChange;
import org.dalil.report.entity.PublishedReport;
import org.dalil.report.entity.PublishedScores;
import org.dalil.report.entity.PublishedTurnout;
import org.dalil.report.entity.Share;

/**
 * A published report as comma-separated values (RFC 4180), with the mark by which spreadsheets know UTF-8: figure, value, lower and
 * upper end of its 95 % interval. Numbers have a decimal point in every language; what is hidden or capped is words.
 */
final class FiguresCsv {

    private static final String MARK = "\uFEFF";

    private final FigureWords words;
    private final List<List<String>> lines = new ArrayList<>();

    private FiguresCsv(FigureWords words) {
        this.words = words;
    }

    /** @param objectives how to name one, by its id */
    static String of(PublishedReport report, FigureWords words, java.util.function.UnaryOperator<String> objectives) {
        FiguresCsv csv = new FiguresCsv(words);
        csv.line(words.text("report.ws.figure"), words.text("report.ws.value"), words.text("report.ws.lower"), words.text("report.ws.upper"));
        csv.turnout(report.turnout());
        report.scores().ifPresent(csv::scores);
        report.workshop().flatMap(w -> w.mastery()).ifPresent(csv::mastery);
        report.workshop().ifPresent(w -> w.objectives().forEach(o -> csv.objective(o, objectives.apply(o.objective()))));
        report.workshop().ifPresent(w -> {
            w.exposure().ifPresent(e -> csv.line(words.text("report.ws.csv.exposure"), csv.value(e), "", ""));
            w.unpairedBefore().ifPresent(u -> csv.line(words.text("report.ws.csv.unpaired"), csv.value(u), "", ""));
        });
        return MARK + csv.lines.stream().map(FiguresCsv::written).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private void line(String... cells) {
        lines.add(List.of(cells));
    }

    private void turnout(PublishedTurnout t) {
        count("report.ws.there", t.enrolled());
        count("report.turnout.noTest", t.noTest());
        count("report.turnout.preOnly", t.preOnly());
        count("report.turnout.postOnly", t.postOnly());
        count("report.turnout.partial", t.partial());
        count("report.turnout.paired", t.paired());
        count("report.ws.finished", t.completed());
    }

    private void count(String key, Count count) {
        line(words.text(key), count.isExact() ? String.valueOf(count.lower()) : words.people(count), "", "");
    }

    private void scores(PublishedScores s) {
        line(name("report.mean.title", "report.before"), value(s.before()), "", "");
        line(name("report.mean.title", "report.after"), value(s.after()), "", "");
        s.change().ifPresent(c -> interval(name("report.mean.title", "report.gain"), c.points(), c.interval()));
        share(name("report.pass.title", "report.before"), s.passedBefore());
        share(name("report.pass.title", "report.after"), s.passedAfter());
    }

    private void mastery(MasteryChange change) {
        interval(name("report.pass.title", "report.gain"), change.points(), change.interval());
    }

    private void objective(ObjectiveChange o, String name) {
        String hidden = words.text("report.withheld");
        line(name + ": " + words.text("report.before"), o.before().map(this::value).orElse(hidden), "", "");
        line(name + ": " + words.text("report.after"), o.after().map(this::value).orElse(hidden), "", "");
        o.change().ifPresent(c -> interval(name + ": " + words.text("report.gain"), c.points(), c.interval()));
    }

    private String name(String figure, String when) {
        return words.text(figure) + ": " + words.text(when);
    }

    private void share(String name, Share share) {
        if (share.interval().isPresent()) {
            interval(name, share.percent(), share.interval().get());
        } else {
            line(name, words.people(share.people()), "", "");
        }
    }

    private void interval(String name, double value, Interval range) {
        line(name, number(value), number(range.lower()), number(range.upper()));
    }

    private String value(Capped value) {
        return value.isExact() ? number(value.value()) : words.percent(value, value.value());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String written(List<String> cells) {
        return cells.stream().map(FiguresCsv::cell).collect(Collectors.joining(","));
    }

    /** In quotes; what a spreadsheet would take for a formula begins with an apostrophe, unless it is a plain number. */
    static String cell(String text) {
        boolean formula = text.matches("(?s)[=+\\-@\\t\\r].*") && !text.matches("-?[0-9]+(\\.[0-9]+)?");
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
