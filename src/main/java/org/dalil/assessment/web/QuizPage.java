package org.dalil.assessment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/**
 * {@code learn/quiz.xhtml}: one question, a plain form. It is rendered once and kept by {@link BeforeQuestion}; where this
 * learner's own stands, the page has gaps: {@code token}, {@code right}, {@code submission}, {@code dot-N}, {@code mark-ID},
 * {@code place-ID:N}, {@code pair-LEFT:RIGHT} ({@link QuestionGaps} fills them).
 */
@Named("quizPage")
@RequestScoped
public class QuizPage {

    /** Where the filter leaves what was wrong with the answer that was sent. */
    static final String SLIP = "dalil.quiz.slip";

    @Inject TestAddress test;
    @Inject Address address;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private Course course;
    private List<Quiz.Item> items;
    private int number;

    /** Prepares the question; the filter has made sure that there is an open attempt and such a question in it. */
    public void open() {
        number = address.number("question").orElseThrow(page::notFound);
        Sitting.Attempt attempt = test.sitting().flatMap(s -> s.open(test.occasion())).orElseThrow(page::notFound);
        course = test.course(attempt);
        items = test.items(attempt);
    }

    private Quiz.Item item() {
        return items.get(number - 1);
    }

    private Quiz.ItemWords words() {
        return TestAddress.words(course, language.getTag()).items().get(item().id());
    }

    public String getStem() {
        return words().stem();
    }

    public boolean isMany() {
        return item().kind() == Quiz.Kind.MULTIPLE || item().kind() == Quiz.Kind.SPOT;
    }

    public boolean isList() {
        return item().kind() == Quiz.Kind.SINGLE || item().kind() == Quiz.Kind.TRUE_FALSE || isMany();
    }

    public boolean isOrder() {
        return item().kind() == Quiz.Kind.ORDER;
    }

    public boolean isMatch() {
        return item().kind() == Quiz.Kind.MATCH;
    }

    public boolean isScale() {
        return item().kind() == Quiz.Kind.SCALE;
    }

    /** One row of a question: a choice to mark, to place or to pair. */
    public record Choice(String id, String text) { }

    /** The choices in their order. */
    public List<Choice> getChoices() {
        List<String> ids = isScale() ? List.of("1", "2", "3", "4", "5") : item().choices();
        return ids.stream().map(id -> new Choice(id, text(id))).toList();
    }

    private String text(String id) {
        return isScale() ? texts.get("assessment.scale." + id) : words().choices().get(id).text();
    }

    /** Places for an order, sides for a match: value and words. */
    public List<Choice> getTargets() {
        if (isOrder()) {
            return IntStream.rangeClosed(1, item().choices().size())
                    .mapToObj(n -> new Choice(String.valueOf(n), language.number(n))).toList();
        }
        return item().right().stream().map(id -> new Choice(id, words().right().get(id))).toList();
    }

    /** One dot a question: answered, now, to come. */
    public List<String> getDots() {
        return IntStream.rangeClosed(1, items.size()).mapToObj(n -> n == number ? "c" : gap("dot-" + n)).toList();
    }

    /** Where something of this learner's own is put in. */
    public String gap(String name) {
        return "~~" + name + "~~";
    }

    public int getNumber() {
        return number;
    }

    public int getCount() {
        return items.size();
    }

    public boolean isBefore() {
        return test.occasion() == Occasion.PRE;
    }

    /** What was wrong with the answer just sent; null if nothing was. */
    public String getError() {
        Object slip = page.request().getAttribute(SLIP);
        return slip == null ? null : texts.of((Refused) slip);
    }

    /** Which question it is, for a sentence on another page: course, first or last questions, number. */
    public String getWhere() {
        String title = course.words().getOrDefault(language.getTag(), course.words().get(course.sourceLanguage())).title();
        return texts.of("assessment.where", title, texts.get(isBefore() ? "assessment.before.title" : "assessment.after.title"),
                texts.of("assessment.number", number, items.size()));
    }

    /** The question before this one; empty at the first. */
    public String getBack() {
        return number == 1 ? "" : "/" + language.getTag() + test.path() + "/" + (number - 1);
    }

    public String getUrl() {
        return "/" + language.getTag() + test.path() + "/" + number;
    }
}
