package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dalil.exam.Appeals;
import org.dalil.exam.Sittings;
import org.dalil.exam.entity.Appeal;
import org.dalil.exam.entity.OwnReview;
import org.dalil.exam.entity.SittingView;
import org.dalil.exam.entity.Verdict;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/** {@code learn/exam-end.xhtml}: where a sitting stands: what is answered, the button that hands in, and afterwards the result by topic. */
@Named("examEndPage")
@RequestScoped
public class ExamEndPage {

    @Inject Sittings sittings;
    @Inject Appeals appeals;
    @Inject ExamBrowser browser;
    @Inject ExamWords words;
    @Inject ExamTime time;
    @Inject Address address;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private UUID id;
    private SittingView sitting;
    private OwnReview review;
    private String error;

    static Optional<UUID> id(Address address) {
        try {
            return address.get("sitting").map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public void open() throws IOException {
        if (!browser.isCandidates()) {
            return;
        }
        id = id(address).orElseThrow(page::notFound);
        if (page.isForm() && isDone()) {
            page.leadTo("/exam/sitting/" + id);
            return;
        }
        sitting = sittings.view(browser.cookie(), id);
        review = sitting.submitted() ? appeals.own(browser.cookie(), id) : null;
    }

    /** Whether the form did its work; what is wrong with the one that asks for a review stands on the page. */
    private boolean isDone() {
        if (page.field("act").isEmpty()) {
            sittings.handIn(browser.cookie(), id);
            return true;
        }
        try {
            appeals.ask(browser.cookie(), id, page.field("ground").flatMap(Appeal.Ground::of).orElseThrow(() -> new Refused("exam.appeal.choose")));
            return true;
        } catch (Refused e) {
            error = texts.of(e);
            return false;
        }
    }

    /** What is wrong; null if nothing. */
    public String getError() {
        return error;
    }

    /** Whether a review can be asked for now. */
    public boolean isAskable() {
        return review.askable();
    }

    /** Whether one was asked for. */
    public boolean isAsked() {
        return review.appeal() != null;
    }

    /** What asking for a review means, and until when it can be done. */
    public String getAskText() {
        return texts.of("exam.appeal.about", words.moment(review.until()));
    }

    /** What can have gone wrong. @param slug as the form sends it */
    public record Ground(String slug, String text) { }

    public List<Ground> getGrounds() {
        return Arrays.stream(Appeal.Ground.values()).map(g -> new Ground(g.slug(), texts.get("exam.appeal.ground." + g.slug()))).toList();
    }

    /** What was asked for, and when. */
    public String getAskedText() {
        return texts.of("exam.appeal.asked", words.moment(review.appeal().askedAt()), texts.get("exam.appeal.ground." + review.appeal().ground().slug()));
    }

    public boolean isDecided() {
        return isAsked() && !review.appeal().isOpen();
    }

    /** What was decided. */
    public String getDecision() {
        return texts.of("exam.appeal.outcome." + review.appeal().outcome().slug(), words.moment(review.appeal().decidedAt()));
    }

    /** The certifier's words; empty where the key is lost. */
    public String getReason() {
        return review.appeal().reason() == null ? "" : review.appeal().reason().text();
    }

    /** Whether another attempt was granted. */
    public boolean isAgainAllowed() {
        return review.granted();
    }

    /** When it may be. */
    public String getAgainText() {
        return texts.get(review.noWait() ? "exam.appeal.now" : "exam.appeal.later");
    }

    /** A question. */
    public record Row(String title, String state, String url) { }

    public List<Row> getRows() {
        return IntStream.rangeClosed(1, sitting.asked()).mapToObj(n -> new Row(texts.of("exam.sitting.question", n),
                texts.get(sitting.answered().contains(n) ? "exam.sitting.answered" : "exam.sitting.unanswered"), getUrl() + "/" + n)).toList();
    }

    /** A topic of the result. */
    public record Topic(String title, String percent, String state, boolean passed) { }

    /** A course of the result. */
    public record Part(String title, String state, boolean passed, List<Topic> topics) { }

    public List<Part> getParts() {
        return IntStream.range(0, sitting.verdict().courses().size()).mapToObj(n -> part(sitting.courses().get(n), sitting.verdict().courses().get(n)))
                .toList();
    }

    private Part part(String code, Verdict.CourseResult course) {
        return new Part(words.course(code), texts.of("exam.result.percent", Math.floor(course.percent() + 1e-9), course.mark()), course.passed(),
                course.topics().stream().map(t -> new Topic(words.topic(code, t.topic()), texts.of("exam.result.percent",
                        Math.floor(t.percent() + 1e-9), t.minimum()), texts.get(t.passed() ? "exam.result.reached" : "exam.result.notReached"),
                        t.passed())).toList());
    }

    /** Whether it can be answered here now. */
    public boolean isRunning() {
        return sitting.isRunning();
    }

    /** Whether another browser has it. */
    public boolean isElsewhere() {
        return !sitting.submitted() && !sitting.here();
    }

    /** Whether the time is over and the clock has not handed it in yet. */
    public boolean isOver() {
        return !sitting.submitted() && sitting.here() && !sitting.isRunning();
    }

    public boolean isMarked() {
        return sitting.verdict() != null;
    }

    /** Whether a question was struck and it waits to be marked again. */
    public boolean isAgain() {
        return sitting.again();
    }

    public boolean isPassed() {
        return sitting.verdict().passed();
    }

    /** What the result means, in a sentence. */
    public String getAbout() {
        if (!isPassed()) {
            return texts.get("exam.result.notPassedAbout");
        }
        return texts.get("exam.result.passedAbout") + (sitting.leftOut().isEmpty() ? ""
                : " " + texts.of("exam.result.part", words.courses(sitting.leftOut())));
    }

    public String getOpenText() {
        return texts.of("exam.sitting.open", sitting.asked() - sitting.answered().size());
    }

    public String getLeftText() {
        return time.left(sitting);
    }

    public long getLeft() {
        return sitting.left().toSeconds();
    }

    public String getDigits() {
        return time.digits();
    }

    public boolean isPaused() {
        return sitting.paused();
    }

    public String getTitle() {
        return words.courses(sitting.courses());
    }

    public String getToken() {
        return browser.token();
    }

    public String getUrl() {
        return "/" + language.getTag() + "/exam/sitting/" + id;
    }

    /** Where the exam goes on in this browser. */
    public String getMoveUrl() {
        return "/" + language.getTag() + "/exam/session/" + sitting.session();
    }
}
