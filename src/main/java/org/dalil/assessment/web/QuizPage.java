package org.dalil.assessment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.SaveRight;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/**
 * {@code learn/quiz.xhtml}: one question, a plain form. Sent, it saves and leads to the next; with {@code auto} it saves and
 * answers the page's script.
 */
@Named("quizPage")
@RequestScoped
public class QuizPage {

    @Inject TestAddress test;
    @Inject Address address;
    @Inject Assessments assessments;
    @Inject Courses courses;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private Sitting.Attempt attempt;
    private Course course;
    private List<Quiz.Item> items;
    private int number;
    private Refused error;
    private Map<String, String[]> typed = Map.of();

    /** Saves and leads on, or prepares the question. */
    public void open() throws IOException {
        number = address.number("question").orElseThrow(page::notFound);
        if (page.isForm() && submit()) {
            return;
        }
        Optional<Sitting> sitting = test.sitting();
        if (sitting.isEmpty()) {
            page.leadTo(test.coursePath() + "/card");
            return;
        }
        Optional<Sitting.Attempt> open = sitting.get().open(test.occasion());
        if (open.isEmpty()) {
            page.leadTo(test.path());
            return;
        }
        attempt = open.get();
        course = test.course(attempt);
        items = test.items(attempt);
        if (number > items.size()) {
            page.leadTo(test.path() + "/end/questions");
        }
    }

    /** @return whether the request is answered; if not, the question is shown again with what is wrong */
    private boolean submit() throws IOException {
        String right = page.field("right").orElseThrow(() -> new Refused("platform.form.stale"));
        SaveRight save = assessments.read(right);
        List<Quiz.Item> asked = courses.version(save.versionId()).orElseThrow(page::notFound).course().quiz().of(save.form());
        if (number > asked.size()) {
            throw page.notFound();
        }
        Quiz.Item item = asked.get(number - 1);
        try {
            Optional<Response> response = page.field("skip").isPresent() ? Optional.of(Response.SKIPPED)
                    : Response.of(item, page.request().getParameterMap());
            if (response.isEmpty() && !page.isAuto()) {
                throw new Refused("assessment.answer.none");
            }
            Optional<Instant> saved = response.flatMap(r -> assessments.save(right, item.id(), r));
            answer(right, saved);
            return true;
        } catch (Refused e) {
            if (page.isAuto() || !e.key().startsWith("assessment.answer")) {
                throw e;
            }
            error = e;
            typed = page.request().getParameterMap();
            return false;
        }
    }

    private void answer(String right, Optional<Instant> saved) throws IOException {
        if (page.isAuto()) {
            String sentence = saved.map(at -> texts.of("assessment.saved", page.time(at)))
                    .orElseGet(() -> texts.get("assessment.closed"));
            page.answerJson(Map.of("saved", sentence));
            return;
        }
        assessments.movedOn(right);
        page.leadTo(test.path() + "/" + (number + 1));
    }

    /** The fields of the form, for the page. */
    public String getRight() {
        return assessments.right(test.sitting().orElseThrow(), attempt);
    }

    public String getSubmission() {
        return SaveRight.submissionId(attempt.id(), item().id()).toString();
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

    public String getKind() {
        return item().kind().name();
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
    public record Choice(String id, String text, boolean marked, String chosen) { }

    /** The choices with what is saved, or with what was just typed and could not be taken. */
    public List<Choice> getChoices() {
        List<String> ids = isScale() ? List.of("1", "2", "3", "4", "5") : item().choices();
        return ids.stream().map(id -> new Choice(id, text(id), isMarked(id), chosen(id))).toList();
    }

    private String text(String id) {
        return isScale() ? texts.get("assessment.scale." + id) : words().choices().get(id).text();
    }

    private boolean isMarked(String id) {
        if (error != null) {
            return List.of(typed.getOrDefault("a", new String[0])).contains(id);
        }
        return saved().marks().contains(id);
    }

    /** The place of an order's choice, or the right side of a match's. */
    private String chosen(String id) {
        String field = isOrder() ? "p-" + id : "m-" + id;
        if (error != null) {
            return typed.containsKey(field) ? typed.get(field)[0] : "";
        }
        List<String> marks = saved().marks();
        if (isOrder()) {
            return marks.contains(id) ? String.valueOf(marks.indexOf(id) + 1) : "";
        }
        return marks.stream().filter(m -> m.startsWith(id + ":")).map(m -> m.substring(id.length() + 1)).findFirst().orElse("");
    }

    private Response saved() {
        return attempt.responses().getOrDefault(item().id(), Response.SKIPPED);
    }

    /** Places for an order, sides for a match: value and words. */
    public List<Choice> getTargets() {
        if (isOrder()) {
            return IntStream.rangeClosed(1, item().choices().size())
                    .mapToObj(n -> new Choice(String.valueOf(n), language.number(n), false, "")).toList();
        }
        return item().right().stream().map(id -> new Choice(id, words().right().get(id), false, "")).toList();
    }

    /** One dot a question: answered, now, to come. */
    public List<String> getDots() {
        return IntStream.rangeClosed(1, items.size())
                .mapToObj(n -> n == number ? "c" : attempt.responses().containsKey(items.get(n - 1).id()) ? "f" : "").toList();
    }

    public int getNumber() {
        return number;
    }

    public int getCount() {
        return items.size();
    }

    public boolean isBefore() {
        return attempt.occasion() == org.dalil.assessment.entity.Occasion.PRE;
    }

    public String getError() {
        return error == null ? null : texts.of(error);
    }

    public boolean isSaved() {
        return error == null && attempt.responses().containsKey(item().id()) && !saved().skipped();
    }

    /** The question before this one; empty at the first. */
    public String getBack() {
        return number == 1 ? "" : "/" + language.getTag() + test.path() + "/" + (number - 1);
    }

    public String getUrl() {
        return "/" + language.getTag() + test.path() + "/" + number;
    }
}
