package org.dalil.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.dalil.report.entity.Capped;
import org.dalil.report.entity.Count;
import org.dalil.report.entity.Interval;
import org.dalil.report.entity.MasteryChange;
import org.dalil.report.entity.ObjectiveChange;
import org.dalil.report.entity.PublishedReport;
import org.dalil.report.entity.PublishedScores;
import org.dalil.report.entity.PublishedTurnout;
import org.dalil.report.entity.PublishedWorkshop;
import org.dalil.report.entity.Share;

/**
 * The figures of a workshop's report as lines: figure, value, lower and upper end of its 95 % interval. Numbers have a decimal
 * point in every language; what is hidden or capped is words.
 */
final class WorkshopRows {

    private final FigureWords words;
    private final List<List<String>> lines = new ArrayList<>();

    private WorkshopRows(FigureWords words) {
        this.words = words;
    }

    /** @param objectives how to name one, by its id */
    static List<List<String>> of(PublishedReport report, FigureWords words, UnaryOperator<String> objectives) {
        WorkshopRows rows = new WorkshopRows(words);
        rows.line(words.text("report.ws.figure"), words.text("report.ws.value"), words.text("report.ws.lower"), words.text("report.ws.upper"));
        rows.turnout(report.turnout());
        report.scores().ifPresent(rows::scores);
        PublishedWorkshop w = report.workshop();
        w.mastery().ifPresent(rows::mastery);
        w.objectives().forEach(o -> rows.objective(o, objectives.apply(o.objective())));
        w.exposure().ifPresent(e -> rows.line(words.text("report.ws.csv.exposure"), rows.value(e), "", ""));
        w.unpairedBefore().ifPresent(u -> rows.line(words.text("report.ws.csv.unpaired"), rows.value(u), "", ""));
        return rows.lines;
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
}
