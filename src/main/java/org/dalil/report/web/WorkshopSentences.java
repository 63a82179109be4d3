package org.dalil.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalil.assessment.entity.Occasion;
import org.dalil.report.entity.Capped;
import org.dalil.report.entity.EffectSize;
import org.dalil.report.entity.MasteryChange;
import org.dalil.report.entity.PublishedForms;
import org.dalil.report.entity.PublishedReport;
import org.dalil.report.entity.PublishedScores;
import org.dalil.report.entity.PublishedWorkshop;
import org.dalil.report.entity.RoomReport;
import org.dalil.report.entity.Share;

/** One plain sentence for each figure of a workshop's report. */
@RequestScoped
public class WorkshopSentences {

    @Inject
    FigureWords words;

    /** What changed, as it may leave the room. @param course its name */
    List<String> scores(String course, PublishedReport report) {
        PublishedScores s = report.scores().orElseThrow();
        String name = words.isolated(course);
        List<String> all = new ArrayList<>();
        all.add(s.change().map(c -> words.text("report.mean.change", name, s.people(), mean(s.before()), mean(s.after()),
                        words.points(c.points()), words.points(c.interval())))
                .orElseGet(() -> words.text("report.mean.plain", name, s.people(), mean(s.before()), mean(s.after()))));
        all.add(pass(name, s.people(), s.passedBefore(), s.passedAfter()));
        report.workshop().mastery().ifPresent(m -> mastery(m, all));
        return all;
    }

    private void mastery(MasteryChange change, List<String> all) {
        all.add(words.text(change.isExact() ? "report.ws.mastery" : "report.ws.mastery.cautious", words.points(change.points()),
                words.points(change.interval())));
        change.clear().ifPresent(clear -> all.add(words.text(clear ? "report.ws.clear" : "report.ws.chance")));
    }

    /** What changed, in the room. */
    List<String> scores(String course, RoomReport room) {
        int people = room.people().orElseThrow();
        String name = words.isolated(course);
        String before = mean(room.before().orElseThrow());
        String after = mean(room.after().orElseThrow());
        String first = room.change().map(c -> words.text("report.ws.mean", name, people, before, after, words.points(c)))
                .orElseGet(() -> words.text("report.mean.plain", name, people, before, after));
        return List.of(first, pass(name, people, room.passedBefore().orElseThrow(), room.passedAfter().orElseThrow()));
    }

    private String pass(String course, int people, Share early, Share late) {
        Capped before = early.people();
        Capped after = late.people();
        int direction = Double.compare(after.value(), before.value());
        String key = direction > 0 ? "report.pass.up" : direction < 0 ? "report.pass.down" : "report.pass.same";
        return words.text(key, course, people, words.people(after), words.people(before));
    }

    private String mean(Capped mean) {
        return words.percent(mean, mean.value());
    }

    /** What to know beside the scores: how much was seen, who is missing, which form came first. */
    List<String> beside(PublishedReport report) {
        List<String> all = new ArrayList<>();
        PublishedWorkshop w = report.workshop();
        w.exposure().ifPresent(e -> all.add(words.text("report.ws.exposure", mean(e))));
        w.sawMost().ifPresent(s -> all.add(words.text("report.ws.sawMost", words.people(s.people()))));
        w.early().ifPresent(e -> all.add(words.text("report.ws.early", words.people(e.people()))));
        Optional<PublishedScores> scores = report.scores();
        w.unpairedBefore().ifPresent(u -> scores.ifPresent(s -> all.add(words.text("report.ws.unpaired", mean(u), mean(s.before())))));
        all.add(w.forms().map(f -> words.text("report.ws.forms", f.aFirst(), f.bFirst())).orElseGet(() -> words.text("report.ws.forms.few")));
        return all;
    }

    /** Likewise in the room. */
    List<String> beside(RoomReport room) {
        return room.exposure().map(e -> words.text("report.ws.exposure", mean(e))).stream().toList();
    }

    /** For those who know the words; empty where there are too few people. */
    List<String> expert(PublishedWorkshop w) {
        List<String> all = new ArrayList<>();
        w.effect().ifPresent(e -> all.add(effect(e)));
        w.normalised().ifPresent(g -> all.add(words.text("report.ws.hake", words.decimal(g.value()))));
        w.mastery().ifPresent(m -> m.p().ifPresent(p -> all.add(words.text("report.ws.mcnemar", words.probability(p),
                m.isByBinomial() ? "binomial" : "other"))));
        w.forms().ifPresent(f -> f.difficulties().forEach(d -> all.add(difficulty(d))));
        w.forms().flatMap(PublishedForms::equated).ifPresent(e -> all.add(words.text("report.ws.equated", words.points(e.gain()))));
        return all;
    }

    private String difficulty(PublishedForms.Difficulty d) {
        return words.text(d.occasion() == Occasion.PRE ? "report.ws.difficulty.before" : "report.ws.difficulty.after", words.percent(d.meanA()),
                words.percent(d.meanB()), words.points(d.meanA() - d.meanB()), words.points(d.difference()));
    }

    private String effect(EffectSize e) {
        String range = words.text("report.between", words.decimal(e.interval().lower()), words.decimal(e.interval().upper()));
        return words.text("report.ws.effect", words.decimal(e.average()), range, words.decimal(e.corrected()), words.decimal(e.ofGain()));
    }
}
