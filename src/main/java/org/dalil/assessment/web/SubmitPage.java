package org.dalil.assessment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/submit.xhtml}: what is answered and what is not, and the button that hands the answers in. */
@Named("submitPage")
@RequestScoped
public class SubmitPage {

    @Inject TestAddress test;
    @Inject Assessments assessments;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;

    private Sitting.Attempt attempt;
    private List<Quiz.Item> items;

    /** Hands in, or shows what would be handed in. Handed in twice, the same page follows. */
    public void open() throws IOException {
        Optional<Sitting> sitting = test.sitting();
        if (sitting.isEmpty()) {
            page.leadTo(test.coursePath() + "/card");
            return;
        }
        if (page.isForm()) {
            String cookie = VisitCookie.read(page.request()).orElseThrow(() -> new Refused("account.visit.none"));
            assessments.submit(cookie, test.current().course().id(), test.occasion());
            page.leadTo(test.coursePath() + (test.occasion() == Occasion.POST ? "/result" : ""));
            return;
        }
        Optional<Sitting.Attempt> open = sitting.get().open(test.occasion());
        if (open.isEmpty()) {
            page.leadTo(test.path());
            return;
        }
        attempt = open.get();
        items = test.items(attempt);
    }

    /** A question and whether it has an answer. */
    public record Row(String url, int number, String stem, boolean answered) { }

    public List<Row> getRows() {
        Quiz.Words words = TestAddress.words(test.course(attempt), language.getTag());
        return IntStream.rangeClosed(1, items.size()).mapToObj(n -> new Row(
                "/" + language.getTag() + test.path() + "/" + n, n, words.items().get(items.get(n - 1).id()).stem(),
                isAnswered(items.get(n - 1)))).toList();
    }

    private boolean isAnswered(Quiz.Item item) {
        Response response = attempt.responses().get(item.id());
        return response != null && !response.skipped();
    }

    public long getOpen() {
        return items.stream().filter(i -> !isAnswered(i)).count();
    }

    public boolean isBefore() {
        return test.occasion() == Occasion.PRE;
    }

    public String getUrl() {
        return "/" + language.getTag() + test.path() + "/end/questions";
    }
}
