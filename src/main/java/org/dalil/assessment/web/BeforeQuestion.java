package org.dalil.assessment.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.BeforePage;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.FormToken;
import org.dalil.platform.web.KeptPage;
import org.dalil.platform.web.KeptPages;

/**
 * Questions of a test. A form's answer is saved before any page is made; a question is rendered once per version, language
 * and place in the test, and only what this learner answered is put in. So an answer costs its statement, and a question one
 * SELECT.
 */
@ApplicationScoped
public class BeforeQuestion implements BeforePage {

    @Inject TestAddress test;
    @Inject AnswerForm form;
    @Inject Assessments assessments;
    @Inject Address address;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject FormToken formToken;

    private final KeptPages kept = new KeptPages();

    @Override
    public String page() {
        return "/learn/quiz.xhtml";
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Rest rest) throws IOException, ServletException {
        int number = address.number("question").orElseThrow(page::notFound);
        if (page.isForm()) {
            Optional<Refused> slip = form.take(number);
            if (slip.isEmpty()) {
                return;
            }
            request.setAttribute(QuizPage.SLIP, slip.get());
        }
        Optional<Sitting.Attempt> attempt = test.openOrLead();
        if (attempt.isPresent() && number > test.items(attempt.get()).size()) {
            page.leadTo(test.path() + "/end/questions");
        } else if (attempt.isPresent()) {
            test.goOn();
            show(request, response, rest, number, attempt.get());
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Rest rest, int number, Sitting.Attempt attempt)
            throws IOException, ServletException {
        boolean slip = request.getAttribute(QuizPage.SLIP) != null;
        String key = String.join("/", attempt.versionId().toString(), attempt.form().name(), attempt.occasion().name(),
                String.valueOf(number), language.getTag(), address.get("course").orElse(""));
        Optional<KeptPage> question = slip ? kept.render(response, rest) : kept.get(key, response, rest);
        if (question.isPresent()) {
            List<Quiz.Item> items = test.items(attempt);
            Map<String, String[]> typed = slip ? request.getParameterMap() : Map.of();
            QuestionGaps gaps = new QuestionGaps(attempt, items, items.get(number - 1), slip ? Optional.of(typed) : Optional.empty(),
                    formToken.getValue(), assessments.right(test.sitting().orElseThrow(), attempt));
            question.get().write(request, response, gaps::fill);
        }
    }
}
