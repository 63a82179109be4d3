package org.dalil.assessment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/questions.xhtml}: what the questions are for, how many there are, and the button that begins or goes on. */
@Named("questionsPage")
@RequestScoped
public class QuestionsPage {

    @Inject TestAddress test;
    @Inject Assessments assessments;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;

    /** Begins the attempt when the form is sent; shows the page otherwise. Without a card, the card comes first. */
    public void open() throws IOException {
        test.current();
        if (test.sitting().isEmpty()) {
            page.leadTo(test.coursePath() + "/card");
        } else if (page.isForm()) {
            begin();
        }
    }

    private void begin() throws IOException {
        String cookie = VisitCookie.read(page.request()).orElseThrow(() -> new Refused("account.visit.none"));
        Boolean takenBefore = page.field("taken").map("yes"::equals).orElse(null);
        assessments.begin(cookie, test.current(), test.occasion(), language.getTag(), takenBefore);
        page.leadTo(test.path() + "/" + firstUnanswered());
    }

    /** The number of the first question that has no answer yet; 1 for a new attempt. */
    private int firstUnanswered() {
        Optional<Sitting.Attempt> open = test.sitting().flatMap(s -> s.open(test.occasion()));
        return open.map(a -> 1 + (int) test.items(a).stream().takeWhile(i -> a.responses().containsKey(i.id())).count())
                .map(n -> Math.min(n, open.map(a -> test.items(a).size()).orElse(1)))
                .orElse(1);
    }

    public boolean isBefore() {
        return test.occasion() == Occasion.PRE;
    }

    /** Whether an attempt was begun and not submitted. */
    public boolean isOpen() {
        return test.sitting().flatMap(s -> s.open(test.occasion())).isPresent();
    }

    /** Whether these questions were answered before: then this is one more time, and says so. */
    public boolean isAgain() {
        return !isOpen() && test.sitting().map(s -> s.hasSubmitted(test.occasion())).orElse(false);
    }

    public int getCount() {
        Course course = test.current().course();
        return course.quiz().of(test.sitting().map(Sitting::firstForm).orElse(Form.A)).size();
    }

    public String getTitle() {
        return test.current().course().words().get(language.getTag()).title();
    }

    /** {@code /ar/c/spot-it} */
    public String getCourseUrl() {
        return "/" + language.getTag() + test.coursePath();
    }
}
