package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dalil.exam.Sittings;
import org.dalil.exam.entity.SittingView;
import org.dalil.exam.entity.Verdict;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/** {@code learn/exam-end.xhtml}: where a sitting stands: what is answered, the button that hands in, and afterwards the result by topic. */
@Named("examEndPage")
@RequestScoped
public class ExamEndPage {

    @Inject Sittings sittings;
    @Inject ExamBrowser browser;
    @Inject ExamWords words;
    @Inject ExamTime time;
    @Inject Address address;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private UUID id;
    private SittingView sitting;

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
        if (page.isForm()) {
            sittings.handIn(browser.cookie(), id);
            page.leadTo("/exam/sitting/" + id);
            return;
        }
        sitting = sittings.view(browser.cookie(), id);
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
