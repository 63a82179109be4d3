package org.dalil.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dalil.assessment.entity.Discrimination;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Language;
import org.dalil.report.ItemReports;
import org.dalil.report.entity.ItemOccasion;
import org.dalil.report.entity.PublishedItem;

/** {@code staff/report/items.xhtml}: how the questions of a course work. The address says which course. */
@Named
@RequestScoped
public class ReportItemsPage {

    @Inject ItemReports reports;
    @Inject Courses courses;
    @Inject FigureWords words;
    @Inject CourseNames names;
    @Inject ItemSentences sentences;
    @Inject HttpServletRequest request;

    /** A course to choose. */
    public record Choice(String id, String name, boolean here) { }

    /** A question. @param marks what was marked instead, or altogether; empty where that isn't shown */
    public record Row(String number, String stem, String before, String after, String shift, String discrimination, List<String> sentences,
                      List<Mark> marks) { }

    /** How often something was marked. */
    public record Mark(String text, String before, String after) { }

    private static final String NONE = "–";

    private Course course;
    private List<PublishedItem> items = List.of();

    /** Before the page is made. */
    public void open() {
        String asked = request.getParameter("c");
        List<Course> all = courses.all().stream().map(CourseVersion::course).toList();
        course = all.stream().filter(c -> c.id().toString().equals(asked)).findFirst().or(() -> all.stream().findFirst()).orElse(null);
        items = course == null ? List.of() : reports.of(course).items();
    }

    public List<Choice> getChoices() {
        return courses.all().stream().map(CourseVersion::course)
                .map(c -> new Choice(c.id().toString(), names.of(c), c == course)).toList();
    }

    /** Whether an item has enough answers. */
    public boolean isShown() {
        return items.stream().anyMatch(i -> i.before().isPresent() || i.after().isPresent());
    }

    public int getLeast() {
        return ItemOccasion.LEAST;
    }

    public String getTitle() {
        return course == null ? "" : names.of(course);
    }

    public List<Row> getRows() {
        return items.stream().map(this::row).toList();
    }

    private Row row(PublishedItem item) {
        String number = number(item);
        return new Row(number, stem(item.item()), facility(item.before()), facility(item.after()), item.shift().map(words::points).orElse(NONE),
                item.before().or(item::after).flatMap(ItemOccasion::discrimination).map(this::discrimination).orElse(NONE),
                sentences.of(words.text("report.bench.number", number), item, this::language), marks(item));
    }

    private String number(PublishedItem item) {
        return words.number(items.indexOf(item) + 1L);
    }

    private String discrimination(Discrimination d) {
        return words.decimal(d.value());
    }

    private String facility(Optional<ItemOccasion> occasion) {
        return occasion.map(o -> words.percent(o.facility(), o.facility().value())).orElse(NONE);
    }

    private String language(String tag) {
        return Language.of(tag).map(Language::ownName).orElse(tag);
    }

    private List<Mark> marks(PublishedItem item) {
        Map<String, Optional<Integer>> early = item.before().map(ItemOccasion::marks).orElse(Map.of());
        Map<String, Optional<Integer>> late = item.after().map(ItemOccasion::marks).orElse(Map.of());
        TreeSet<String> ids = new TreeSet<>(early.keySet());
        ids.addAll(late.keySet());
        return ids.stream().map(id -> new Mark(mark(item.item(), id), count(early.get(id)), count(late.get(id)))).toList();
    }

    /** Not counted, or not to be shown. */
    private String count(Optional<Integer> count) {
        return count == null ? NONE : count.map(n -> words.number(n)).orElseGet(() -> words.text("report.withheld"));
    }

    private Optional<Quiz.ItemWords> text(String item) {
        return Stream.of(words.language().tag(), course.sourceLanguage()).map(course.quiz().words()::get)
                .filter(w -> w != null && w.items().containsKey(item)).map(w -> w.items().get(item)).findFirst();
    }

    private String stem(String item) {
        return text(item).map(Quiz.ItemWords::stem).orElse(item);
    }

    private String mark(String item, String id) {
        return id.equals(ItemOccasion.SKIPPED) ? words.text("report.bench.skipped")
                : text(item).map(w -> w.choices().get(id)).map(Quiz.ChoiceWords::text).orElse(id);
    }

    /** Of questions with answers on both occasions. */
    public Chart getChart() {
        return new Chart(items.stream().filter(i -> i.before().isPresent() && i.after().isPresent())
                .map(i -> new Chart.Value(words.text("report.bench.number", number(i)), i.before().get().facility().value(),
                        i.after().get().facility().value())).toList(), words);
    }
}
