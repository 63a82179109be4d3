package org.dalil.assessment.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Quiz;
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
public class HandInFilter extends HttpFilter {

    @Inject transient TestAddress test;
    @Inject transient Assessments assessments;
    @Inject transient CurrentPage page;
    @Inject transient CurrentLanguage language;
    @Inject transient PageTexts texts;
    @Inject transient FormToken formToken;

    private final transient KeptPages kept = new KeptPages();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> cookie = VisitCookie.read(request);
        if (page.isForm() && cookie.isPresent()) {
            assessments.submit(cookie.get(), test.current().course().id(), test.occasion());
            page.leadTo(test.coursePath() + (test.occasion() == Occasion.POST ? "/result" : ""));
            return;
        }
        Optional<Sitting> sitting = test.sitting();
        Optional<Sitting.Attempt> attempt = sitting.flatMap(s -> s.open(test.occasion()));
        if (sitting.isEmpty()) {
            page.leadTo(test.coursePath() + "/card");
        } else if (attempt.isEmpty()) {
            page.leadTo(test.path());
        } else {
            show(request, response, chain, attempt.get());
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Sitting.Attempt attempt)
            throws IOException, ServletException {
        String key = String.join("/", attempt.versionId().toString(), attempt.form().name(), language.getTag(), test.path());
        Optional<KeptPage> shown = kept.get(key, response, answer -> chain.doFilter(request, answer));
        if (shown.isPresent()) {
            List<Quiz.Item> items = test.items(attempt);
            shown.get().write(request, response, gap -> fill(gap, attempt, items, request));
        }
    }

    /** What stands in a gap of {@link SubmitPage}. */
    private String fill(String gap, Sitting.Attempt attempt, List<Quiz.Item> items, HttpServletRequest request) {
        if (gap.equals("token")) {
            return VisitCookie.read(request).map(formToken::of).orElse("");
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
