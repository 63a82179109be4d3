package org.dalil.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalil.course.Courses;
import org.dalil.course.entity.CourseVersion;
import org.dalil.report.Reports;
import org.dalil.report.entity.Capped;
import org.dalil.report.entity.Count;
import org.dalil.report.entity.PublishedReport;
import org.dalil.report.entity.PublishedScores;
import org.dalil.report.entity.PublishedTurnout;
import org.dalil.report.entity.Share;
import org.dalil.report.web.FigureWords.Cell;

/** {@code staff/report/scores.xhtml}: what changed between before and after, by course. */
@Named
@RequestScoped
public class ReportScoresPage {

    @Inject Reports reports;
    @Inject Courses courses;
    @Inject FigureWords words;
    @Inject CourseNames names;

    /** A line of the tables of scores; one without figures says so. */
    public record ScoreRow(String course, boolean shown, Cell people, String before, String beforeRange, String after,
                           String afterRange, String change, String changeRange) { }

    /** A line of the table of people. */
    public record TurnoutRow(String course, Cell began, Cell noTest, Cell preOnly, Cell postOnly, Cell partial, Cell paired,
                             Cell match, String asOf) { }

    /** A course with its figures. */
    private record Entry(String course, PublishedReport report) {
        PublishedScores scores() {
            return report.scores().orElseThrow();
        }
    }

    /** In a cell that has no figure because its line has none. */
    private static final String NONE = "–";

    private List<Entry> entries = List.of();
    private List<Entry> shown = List.of();

    /** Before the page is made. */
    public void open() {
        Map<UUID, PublishedReport> published = reports.courses().stream()
                .collect(Collectors.toMap(PublishedReport::courseId, Function.identity()));
        entries = courses.all().stream().map(CourseVersion::course).filter(c -> published.containsKey(c.id()))
                .map(c -> new Entry(names.of(c), published.get(c.id()))).toList();
        shown = entries.stream().filter(e -> e.report().scores().isPresent()).toList();
    }

    /** Whether there is anything but hidden figures. */
    public boolean isShown() {
        return !shown.isEmpty();
    }

    public int getSmallest() {
        return reports.smallestGroup().people();
    }

    public List<ScoreRow> getMeans() {
        return entries.stream().map(e -> e.report().scores().map(s -> meanRow(e.course(), s)).orElseGet(() -> hidden(e))).toList();
    }

    private ScoreRow meanRow(String course, PublishedScores s) {
        String none = words.text("report.withheld");
        return new ScoreRow(course, true, plain(words.number(s.people())), mean(s.before()), "", mean(s.after()), "",
                s.change().map(c -> words.points(c.points())).orElse(none),
                s.change().map(c -> words.points(c.interval())).orElse(none));
    }

    private String mean(Capped mean) {
        return words.percent(mean, mean.value());
    }

    public List<ScoreRow> getPasses() {
        return entries.stream().map(e -> e.report().scores().map(s -> passRow(e.course(), s)).orElseGet(() -> hidden(e))).toList();
    }

    private ScoreRow passRow(String course, PublishedScores s) {
        return new ScoreRow(course, true, plain(words.number(s.people())), share(s.passedBefore()), range(s.passedBefore()),
                share(s.passedAfter()), range(s.passedAfter()), "", "");
    }

    private String share(Share share) {
        return words.percent(share.people(), share.percent());
    }

    private String range(Share share) {
        return share.interval().map(words::percents).orElseGet(() -> words.text("report.withheld"));
    }

    private ScoreRow hidden(Entry entry) {
        return new ScoreRow(entry.course(), false, words.cell(entry.report().turnout().paired(), "sup"), NONE, "", NONE, "", NONE,
                NONE);
    }

    public List<TurnoutRow> getTurnouts() {
        return entries.stream().map(this::turnout).toList();
    }

    private TurnoutRow turnout(Entry entry) {
        PublishedTurnout t = entry.report().turnout();
        Cell match = t.matchRate().map(r -> plain(words.percents(r))).orElseGet(() -> new Cell(words.text("report.withheld"), "sm"));
        return new TurnoutRow(entry.course(), wide(t.enrolled()), wide(t.noTest()), wide(t.preOnly()), wide(t.postOnly()),
                wide(t.partial()), wide(t.paired()), match, entry.report().asOf().map(words::month).orElse(""));
    }

    /** In a table of many columns the words of a hidden figure may break. */
    private Cell wide(Count count) {
        return words.cell(count, "sm");
    }

    private static Cell plain(String text) {
        return new Cell(text, "");
    }

    /** One sentence for each course that has a mean. */
    public List<String> getMeanSentences() {
        return shown.stream().map(e -> {
            PublishedScores s = e.scores();
            String course = words.isolated(e.course());
            return s.change().map(c -> words.text("report.mean.change", course, s.people(), mean(s.before()), mean(s.after()),
                            words.points(c.points()), words.points(c.interval())))
                    .orElseGet(() -> words.text("report.mean.plain", course, s.people(), mean(s.before()), mean(s.after())));
        }).toList();
    }

    /** One sentence for each course that has a share. */
    public List<String> getPassSentences() {
        return shown.stream().map(e -> {
            PublishedScores s = e.scores();
            Capped before = s.passedBefore().people();
            Capped after = s.passedAfter().people();
            int direction = Double.compare(after.value(), before.value());
            String key = direction > 0 ? "report.pass.up" : direction < 0 ? "report.pass.down" : "report.pass.same";
            return words.text(key, words.isolated(e.course()), s.people(), words.people(after), words.people(before));
        }).toList();
    }

    /** One sentence for each course that enough people began. */
    public List<String> getTurnoutSentences() {
        return entries.stream().filter(e -> e.report().asOf().isPresent()).map(e -> words.text("report.turnout.sentence",
                words.isolated(e.course()), words.people(e.report().turnout().enrolled()),
                words.people(e.report().turnout().paired()))).toList();
    }

    public Chart getMeanChart() {
        return new Chart(shown.stream().map(e -> new Chart.Value(e.course(), e.scores().before().value(),
                e.scores().after().value())).toList(), words);
    }

    public Chart getPassChart() {
        return new Chart(shown.stream().map(e -> new Chart.Value(e.course(), e.scores().passedBefore().percent(),
                e.scores().passedAfter().percent())).toList(), words);
    }
}
