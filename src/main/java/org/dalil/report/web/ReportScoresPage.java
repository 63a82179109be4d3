package org.dalil.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalil.course.Courses;
import org.dalil.course.entity.CourseVersion;
import org.dalil.report.Reports;
import org.dalil.report.entity.Count;
import org.dalil.report.entity.CubeCell;
import org.dalil.report.entity.Interval;
import org.dalil.report.entity.PublishedCourse;
import org.dalil.report.entity.PublishedTurnout;
import org.dalil.report.entity.Stage;
import org.dalil.report.web.FigureWords.Cell;

/** {@code staff/report/scores.xhtml}: what changed between before and after, by course. */
@Named
@RequestScoped
public class ReportScoresPage {

    @Inject Reports reports;
    @Inject Courses courses;
    @Inject FigureWords words;
    @Inject CourseNames names;
    @Inject CubeSentences sentences;

    /** A line of the tables of scores; one without figures says so. */
    public record ScoreRow(String course, Cell people, String before, String after, String change, String changeRange) { }

    /** A line of the table of people. */
    public record TurnoutRow(String course, Cell began, Cell noTest, Cell preOnly, Cell postOnly, Cell partial, Cell paired,
                             Cell match) { }

    /** A course with its figures. */
    private record Entry(String course, PublishedCourse report) {

        CubeCell cell() {
            return report.cell();
        }

        boolean isScored() {
            return cell().change().isPresent();
        }
    }

    /** In a cell that has no figure because its line has none. */
    private static final String NONE = "–";

    private List<Entry> entries = List.of();
    private List<Entry> shown = List.of();

    /** Before the page is made. */
    public void open() {
        Map<UUID, PublishedCourse> published = reports.courses().stream()
                .collect(Collectors.toMap(PublishedCourse::courseId, Function.identity()));
        entries = courses.all().stream().map(CourseVersion::course).filter(c -> published.containsKey(c.id()))
                .map(c -> new Entry(names.of(c), published.get(c.id()))).toList();
        shown = entries.stream().filter(Entry::isScored).toList();
    }

    /** Whether there is anything but hidden figures. */
    public boolean isShown() {
        return !shown.isEmpty();
    }

    public int getSmallest() {
        return reports.smallestGroup().people();
    }

    public List<ScoreRow> getMeans() {
        return entries.stream().map(e -> row(e, CubeCell::before, CubeCell::after, e.cell().change().map(words::rounded).orElse(NONE),
                e.cell().interval().map(words::points).orElse(e.isScored() ? words.text("report.withheld") : NONE))).toList();
    }

    public List<ScoreRow> getPasses() {
        return entries.stream().map(e -> row(e, CubeCell::passedBefore, CubeCell::passedAfter, "", "")).toList();
    }

    private ScoreRow row(Entry entry, Function<CubeCell, Optional<Interval>> before, Function<CubeCell, Optional<Interval>> after,
                         String change, String range) {
        Cell people = entry.isScored() ? new Cell(words.number(entry.cell().pairs()), "")
                : words.cell(entry.report().turnout().paired(), "sup");
        return new ScoreRow(entry.course(), people, before.apply(entry.cell()).map(words::roundedPercents).orElse(NONE),
                after.apply(entry.cell()).map(words::roundedPercents).orElse(NONE), change, range);
    }

    public List<TurnoutRow> getTurnouts() {
        return entries.stream().map(this::turnout).toList();
    }

    private TurnoutRow turnout(Entry entry) {
        PublishedTurnout t = entry.report().turnout();
        Cell match = t.matchRate().map(r -> new Cell(words.percents(r), "")).orElseGet(() -> new Cell(words.text("report.withheld"), "sm"));
        return new TurnoutRow(entry.course(), wide(t.enrolled()), wide(t.noTest()), wide(t.preOnly()), wide(t.postOnly()),
                wide(t.partial()), wide(t.paired()), match);
    }

    /** In a table of many columns the words of a hidden figure may break. */
    private Cell wide(Count count) {
        return words.cell(count, "sm");
    }

    /** What changed, one sentence for each figure of a course that has scores. */
    public List<String> getMeanSentences() {
        return shown.stream().map(e -> sentences.change(e.course(), e.cell()).orElseThrow()).toList();
    }

    /** One sentence for each course that has a share. */
    public List<String> getPassSentences() {
        return shown.stream().map(e -> sentences.pass(Stage.COURSE, e.course(), e.cell()).orElseThrow()).toList();
    }

    /** One sentence for each course. */
    public List<String> getTurnoutSentences() {
        return entries.stream().map(e -> words.text("report.turnout.sentence", words.isolated(e.course()),
                words.people(e.report().turnout().enrolled()), words.people(e.report().turnout().paired()))).toList();
    }

    public Chart getTurnoutChart() {
        Map<String, PublishedTurnout> turnouts = new LinkedHashMap<>();
        entries.forEach(e -> turnouts.put(e.course(), e.report().turnout()));
        return TurnoutChart.of(turnouts, words);
    }

    public Chart getMeanChart() {
        return chart(CubeCell::before, CubeCell::after);
    }

    public Chart getPassChart() {
        return chart(CubeCell::passedBefore, CubeCell::passedAfter);
    }

    private Chart chart(Function<CubeCell, Optional<Interval>> before, Function<CubeCell, Optional<Interval>> after) {
        return new Chart(shown.stream().map(e -> new Chart.Value(e.course(), before.apply(e.cell()).orElseThrow().middle(),
                after.apply(e.cell()).orElseThrow().middle())).toList(), words);
    }
}
