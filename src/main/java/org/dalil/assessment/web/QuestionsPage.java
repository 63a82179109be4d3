package org.dalil.assessment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.platform.web.CurrentLanguage;

/**
 * {@code learn/questions.xhtml}: what the questions are for, how many there are, and the button that begins or goes on. Kept by
 * {@link BeforeQuestions}, with a gap for the {@code token}; what else differs per learner is part of its key.
 */
@Named("questionsPage")
@RequestScoped
public class QuestionsPage {

    @Inject TestAddress test;
    @Inject CurrentLanguage language;

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
