package org.dalil.assessment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/**
 * {@code learn/result.xhtml}: what you knew, what you know now, by objective, and why. It belongs to the visit that earned
 * it: whoever enters the card later sees that the course is done, not what was answered.
 */
@Named("resultPage")
@RequestScoped
public class ResultPage {

    @Inject TestAddress test;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private Sitting sitting;
    private Sitting.Attempt post;
    private Course course;

    public void open() throws IOException {
        test.current();
        Optional<Sitting> found = test.sittingWithPast();
        if (found.isEmpty() || !found.get().earned(Occasion.POST)) {
            page.leadTo(test.coursePath());
            return;
        }
        sitting = found.get();
        post = sitting.attempts().get(Occasion.POST);
        course = test.course(post);
    }

    /** One objective: right answers before and now. */
    public record Row(String objective, String before, String now, List<Boolean> beforeDots, List<Boolean> nowDots,
                      boolean hasBefore) { }

    /** In the order of the modules. Whole answers are counted; half-right ones are in the score, not in a count. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        for (Module module : course.modules()) {
            List<Boolean> now = right(post, course, module.objective());
            Optional<Sitting.Attempt> pre = Optional.ofNullable(sitting.attempts().get(Occasion.PRE)).filter(a -> !a.isOpen());
            List<Boolean> before = pre.map(a -> right(a, test.course(a), module.objective())).orElse(List.of());
            if (!now.isEmpty()) {
                rows.add(new Row(words().objectives().get(module.objective()), count(before), count(now), before, now,
                        pre.isPresent()));
            }
        }
        return rows;
    }

    private static List<Boolean> right(Sitting.Attempt attempt, Course course, String objective) {
        return course.quiz().of(attempt.form()).stream()
                .filter(i -> i.scored() && objective.equals(i.objective()))
                .map(i -> attempt.responses().getOrDefault(i.id(), Response.SKIPPED).score(i) > 0.999)
                .sorted(java.util.Comparator.reverseOrder()).toList();
    }

    private String count(List<Boolean> right) {
        return texts.of("assessment.result.count", right.stream().filter(r -> r).count(), right.size());
    }

    private Course.Words words() {
        Course.Words words = course.words().get(language.getTag());
        return words == null ? course.words().get(course.sourceLanguage()) : words;
    }

    /** One choice with its explanation. */
    public record Explained(String text, String then, boolean chosen, boolean right) { }

    /** One question with what was chosen and why. */
    public record Question(String stem, boolean skipped, List<Explained> choices, String then) { }

    /** The questions of the post-test, explained; only now, after it. */
    public List<Question> getQuestions() {
        Quiz.Words quiz = TestAddress.words(course, language.getTag());
        return test.items(post).stream().filter(Quiz.Item::scored).map(i -> explain(i, quiz.items().get(i.id()))).toList();
    }

    private Question explain(Quiz.Item item, Quiz.ItemWords words) {
        Response response = post.responses().getOrDefault(item.id(), Response.SKIPPED);
        List<Explained> choices = switch (item.kind()) {
            case ORDER -> item.key().stream().map(id -> new Explained(words.choices().get(id).text(), "", false, true)).toList();
            case MATCH -> java.util.stream.IntStream.range(0, item.key().size()).mapToObj(n -> new Explained(
                    words.choices().get(item.choices().get(n)).text() + " — " + words.right().get(item.key().get(n)), "", false, true)).toList();
            default -> item.choices().stream().map(id -> new Explained(words.choices().get(id).text(), words.choices().get(id).then(),
                    response.marks().contains(id), item.key().contains(id))).filter(e -> e.chosen() || e.right()).toList();
        };
        return new Question(words.stem(), response.skipped(), choices, words.then());
    }

    public String getTitle() {
        return words().title();
    }

    public String getCourseUrl() {
        return "/" + language.getTag() + test.coursePath();
    }
}
