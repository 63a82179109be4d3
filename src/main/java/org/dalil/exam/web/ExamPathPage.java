package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dalil.account.entity.CardCode;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.exam.CandidateLearning;
import org.dalil.exam.entity.Path;
import org.dalil.exam.entity.Renewal;
import org.dalil.exam.entity.Ways;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.SiteFacts;

/** {@code learn/exam-path.xhtml}: what a candidate learns before the exam, and the form that confirms it with a card's code. */
@Named("examPathPage")
@RequestScoped
public class ExamPathPage extends ExamForm {

    @Inject CandidateLearning learning;
    @Inject Courses courses;
    @Inject ExamWords words;
    @Inject CurrentLanguage language;
    @Inject SiteFacts site;
    @Inject Clock clock;

    private Renewal renewal;
    private Path path;
    private int added;

    public void open() throws IOException {
        if (!browser.isCandidates()) {
            return;
        }
        if (page.isForm()) {
            attempt(this::confirm);
        }
        Ways ways = learning.ways(browser.cookie());
        renewal = Optional.ofNullable(ways.renewal()).filter(Renewal::isOpen).orElse(null);
        path = renewal == null ? ways.path() : renewal.path();
    }

    private void confirm() {
        CardCode code = page.field("code").flatMap(CardCode::typed).orElseThrow(() -> new Refused("exam.path.slip"));
        added = learning.confirm(browser.cookie(), code, browser.address());
    }

    /** A module. */
    public record Step(String title, String state, boolean done) { }

    /** A course. @param url where it is read; empty if it is not served any more */
    public record Part(String title, String url, List<Step> steps) { }

    public List<Part> getParts() {
        return path.parts().stream().map(p -> courses.byCode(p.course()).map(c -> part(p, c))
                .orElseGet(() -> new Part(p.course(), "", List.of()))).toList();
    }

    private Part part(Path.Part part, Course course) {
        String tag = course.languages().contains(language.getTag()) ? language.getTag() : course.sourceLanguage();
        return new Part(words.course(course.code()), "/" + tag + "/c/" + course.slug(), part.steps().stream().map(s -> step(s, course)).toList());
    }

    private Step step(Path.Step step, Course course) {
        String title = words.module(course, step.module());
        return new Step(texts.of("exam.path.module", step.module(), title),
                step.isDone() ? texts.of("exam.path.confirmed", words.day(step.confirmedOn())) : texts.get("exam.path.open"), step.isDone());
    }

    public String getTitle() {
        return texts.get(renewal == null ? "exam.path.title" : "exam.renewal.title");
    }

    /** What the path is for, or what comes next. */
    public String getAbout() {
        if (renewal == null) {
            return texts.get(path.isComplete() ? "exam.path.completeAbout" : "exam.path.about");
        }
        if (path.isComplete()) {
            return texts.get("exam.renewal.complete");
        }
        Instant ends = renewal.held().ends();
        return clock.instant().isAfter(ends) ? texts.of("exam.renewal.ended", words.day(words.day(ends)),
                words.day(words.day(renewal.held().closes(site.getZone())))) : texts.of("exam.renewal.ending", words.day(words.day(ends)));
    }

    /** Whether something is missing that a card could confirm. */
    public boolean isMissing() {
        return !path.open().isEmpty();
    }

    public String getProgress() {
        return words.progress(path);
    }

    /** What was just confirmed; empty if nothing was. */
    public String getDone() {
        return added == 0 ? "" : texts.of("exam.path.added", added);
    }

    /** The code as it was typed; never shown again once it was taken. */
    public String getTyped() {
        return added > 0 ? "" : typed("code");
    }
}
