package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.Sittings;
import org.dalil.exam.entity.AskedItem;
import org.dalil.exam.entity.Sitting;
import org.dalil.exam.entity.SittingView;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/** {@code learn/exam-question.xhtml}: one question of a running exam. What is sent is an answer by places: no id, no key. */
@Named("examQuestionPage")
@RequestScoped
public class ExamQuestionPage {

    @Inject Sittings sittings;
    @Inject ExamBrowser browser;
    @Inject ExamTime time;
    @Inject Address address;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private UUID id;
    private int number;
    private SittingView sitting;
    private AskedItem item;
    private Refused error;

    public void open() throws IOException {
        if (!browser.isCandidates()) {
            return;
        }
        id = ExamEndPage.id(address).orElseThrow(page::notFound);
        number = address.number("question").orElseThrow(page::notFound);
        if (page.isForm() && answered()) {
            return;
        }
        sitting = sittings.view(browser.cookie(), id);
        if (!sitting.isRunning()) {
            page.leadTo("/exam/sitting/" + id);
            return;
        }
        item = sittings.ask(browser.cookie(), id, number);
    }

    /** Saves what was sent. @return whether that was answered already */
    private boolean answered() throws IOException {
        try {
            Optional<Instant> saved = sittings.save(browser.cookie(), id, number, page.request().getParameterMap());
            if (page.isAuto()) {
                page.answerJson(Map.of("saved", saved.map(at -> texts.of("assessment.saved", page.time(at))).orElse("")));
                return true;
            }
            int asked = sittings.view(browser.cookie(), id).asked();
            page.leadTo("/exam/sitting/" + id + (number < asked ? "/" + (number + 1) : ""));
            return true;
        } catch (Refused e) {
            // A half-filled answer stays on the page; what is over is told where the sitting stands.
            if (page.isAuto() || !e.key().startsWith("assessment.answer.")) {
                throw e;
            }
            error = e;
            return false;
        }
    }

    /** A choice. @param place what the form sends for it */
    public record Choice(int place, String text, boolean chosen) { }

    public List<Choice> getChoices() {
        return IntStream.rangeClosed(1, item.choices().size())
                .mapToObj(n -> new Choice(n, item.choices().get(n - 1), item.answer().containsKey("a-" + n))).toList();
    }

    /** A row with a list to choose from. */
    public record Row(String field, String text, List<Choice> targets) { }

    public List<Row> getRows() {
        String prefix = item.kind() == Quiz.Kind.ORDER ? "p-" : "m-";
        return IntStream.rangeClosed(1, item.choices().size()).mapToObj(n -> new Row(prefix + n, item.choices().get(n - 1),
                targets(prefix + n))).toList();
    }

    private List<Choice> targets(String field) {
        int count = item.kind() == Quiz.Kind.ORDER ? item.choices().size() : item.right().size();
        return IntStream.rangeClosed(1, count).mapToObj(n -> new Choice(n,
                item.kind() == Quiz.Kind.ORDER ? language.number(n) : item.right().get(n - 1),
                String.valueOf(n).equals(item.answer().get(field)))).toList();
    }

    public String getStem() {
        return item.stem();
    }

    public boolean isMany() {
        return item.kind() == Quiz.Kind.MULTIPLE;
    }

    public boolean isList() {
        return !isOrder() && !isMatch();
    }

    public boolean isOrder() {
        return item.kind() == Quiz.Kind.ORDER;
    }

    public boolean isMatch() {
        return item.kind() == Quiz.Kind.MATCH;
    }

    public boolean isStruck() {
        return item.struck();
    }

    /** What the answer is found by in the phone's outbox. */
    public String getSubmission() {
        return Sitting.submissionId(id, number).toString();
    }

    public String getToken() {
        return browser.token();
    }

    public int getNumber() {
        return number;
    }

    public int getCount() {
        return sitting.asked();
    }

    public String getUrl() {
        return "/" + language.getTag() + "/exam/sitting/" + id + "/" + number;
    }

    public String getAllUrl() {
        return "/" + language.getTag() + "/exam/sitting/" + id;
    }

    /** The question before this one; empty at the first. */
    public String getBack() {
        return number == 1 ? "" : getAllUrl() + "/" + (number - 1);
    }

    /** The language of the exam, which need not be that of the page. */
    public String getTag() {
        return sitting.language();
    }

    public String getDir() {
        return new Language(sitting.language()).dir();
    }

    public long getLeft() {
        return sitting.left().toSeconds();
    }

    public String getLeftText() {
        return time.left(sitting);
    }

    /** For the script, which writes the time that is left in the digits of the page. */
    public String getDigits() {
        return time.digits();
    }

    public boolean isPaused() {
        return sitting.paused();
    }

    /** What was wrong with the answer just sent; null if nothing was. */
    public String getError() {
        return error == null ? null : texts.of(error);
    }
}
