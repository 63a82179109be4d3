package org.dalil.assessment.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.web.BeforePage;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.FormToken;
import org.dalil.platform.web.KeptPage;
import org.dalil.platform.web.KeptPages;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.VisitCookie;

/**
 * Hands the answers in when the form is sent, before any page is made; otherwise shows what would be handed in. Handed in
 * twice, the same page follows.
 */
@ApplicationScoped
public class BeforeSubmit implements BeforePage {

    @Inject TestAddress test;
    @Inject Assessments assessments;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject FormToken formToken;

    private final KeptPages kept = new KeptPages();

    @Override
    public String page() {
        return "/learn/submit.xhtml";
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Rest rest) throws IOException, ServletException {
        Optional<String> cookie = VisitCookie.read(request);
        if (page.isForm() && cookie.isPresent()) {
            submit(cookie.get(), test.current().course().id());
            page.leadTo(test.coursePath() + (test.occasion() == Occasion.POST ? "/result" : ""));
            return;
        }
        Optional<Sitting.Attempt> attempt = test.openOrLead();
        if (attempt.isPresent()) {
            show(request, response, rest, attempt.get());
        }
    }

    private void submit(String cookie, UUID courseId) {
        boolean done = test.occasion() == Occasion.PRE && assessments.submitBefore(cookie, courseId);
        if (!done) {
            assessments.submit(cookie, courseId, test.occasion());
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Rest rest, Sitting.Attempt attempt)
            throws IOException, ServletException {
        String key = String.join("/", attempt.versionId().toString(), attempt.form().name(), language.getTag(), test.path());
        Optional<KeptPage> shown = kept.get(key, response, rest);
        if (shown.isPresent()) {
            List<Quiz.Item> items = test.items(attempt);
            shown.get().write(request, response, gap -> fill(gap, attempt, items));
        }
    }

    /** What stands in a gap of {@link SubmitPage}. */
    private String fill(String gap, Sitting.Attempt attempt, List<Quiz.Item> items) {
        if (gap.equals("token")) {
            return formToken.getValue();
        }
        if (gap.equals("open")) {
            long open = items.stream().filter(i -> !isAnswered(attempt, i)).count();
            return open == 0 ? texts.get("assessment.end.all") : texts.of("assessment.end.open", open);
        }
        Quiz.Item item = items.get(Integer.parseInt(gap.substring(gap.indexOf('-') + 1)) - 1);
        return texts.get(isAnswered(attempt, item) ? "assessment.end.answered" : "assessment.end.skipped");
    }

    private static boolean isAnswered(Sitting.Attempt attempt, Quiz.Item item) {
        Response response = attempt.responses().get(item.id());
        return response != null && !response.skipped();
    }
}
