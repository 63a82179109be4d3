package org.dalil.assessment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;

/**
 * {@code learn/submit.xhtml}: what is answered and what is not, and the button that hands the answers in. Kept by {@link
 * BeforeSubmit}, with gaps: {@code token}, {@code open} for how many are open, {@code row-N} for the state of question N.
 */
@Named("submitPage")
@RequestScoped
public class SubmitPage {

    @Inject TestAddress test;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;

    /** A question. */
    public record Row(int number, String url, String stem) { }

    public List<Row> getRows() {
        Sitting.Attempt attempt = test.sitting().flatMap(s -> s.open(test.occasion())).orElseThrow(page::notFound);
        List<Quiz.Item> items = test.items(attempt);
        Quiz.Words words = TestAddress.words(test.course(attempt), language.getTag());
        return IntStream.rangeClosed(1, items.size()).mapToObj(n -> new Row(n,
                "/" + language.getTag() + test.path() + "/" + n, words.items().get(items.get(n - 1).id()).stem())).toList();
    }

    public boolean isBefore() {
        return test.occasion() == Occasion.PRE;
    }

    public String getUrl() {
        return "/" + language.getTag() + test.path() + "/end/questions";
    }
}
