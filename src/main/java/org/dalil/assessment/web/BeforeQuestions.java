package org.dalil.assessment.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.BeforePage;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.FormToken;
import org.dalil.platform.web.KeptPage;
import org.dalil.platform.web.KeptPages;
import org.dalil.platform.web.VisitCookie;

/**
 * Begins a test when its form is sent, before any page is made; otherwise shows what the questions are for. Without a card,
 * the card comes first.
 */
@ApplicationScoped
public class BeforeQuestions implements BeforePage {

    @Inject TestAddress test;
    @Inject Assessments assessments;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject FormToken formToken;

    private final KeptPages kept = new KeptPages();

    @Override
    public String page() {
        return "/learn/questions.xhtml";
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Rest rest) throws IOException, ServletException {
        test.current();
        Optional<Sitting> sitting = test.sitting();
        if (sitting.isEmpty()) {
            page.leadTo(test.cardPath());
        } else if (page.isForm()) {
            begin(sitting.get());
        } else {
            Optional<KeptPage> shown = kept.get(key(sitting.get()), response, rest);
            if (shown.isPresent()) {
                shown.get().write(request, response, gap -> formToken.getValue());
            }
        }
    }

    /** All that the page depends on, see {@link QuestionsPage}. */
    private String key(Sitting sitting) {
        return String.join("/", test.current().id().toString(), language.getTag(), test.coursePath(), test.occasion().name(),
                String.valueOf(sitting.firstForm()), String.valueOf(sitting.open(test.occasion()).isPresent()),
                String.valueOf(sitting.hasSubmitted(test.occasion())));
    }

    private void begin(Sitting sitting) throws IOException {
        String cookie = VisitCookie.read(page.request()).orElseThrow(() -> new Refused("account.visit.none"));
        Boolean takenBefore = page.field("taken").map("yes"::equals).orElse(null);
        assessments.begin(cookie, test.current(), test.occasion(), language.getTag(), takenBefore);
        page.leadTo(test.path() + "/" + sitting.open(test.occasion()).map(this::firstUnanswered).orElse(1));
    }

    /** The number of the first question that has no answer yet; the last one if all have. */
    private int firstUnanswered(Sitting.Attempt open) {
        List<Quiz.Item> items = test.items(open);
        int answered = (int) items.stream().takeWhile(i -> open.responses().containsKey(i.id())).count();
        return Math.min(answered + 1, items.size());
    }
}
