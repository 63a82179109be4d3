package org.dalil.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.report.WorkshopReports;
import org.dalil.report.entity.Capped;
import org.dalil.report.entity.Count;
import org.dalil.report.entity.Interval;
import org.dalil.report.entity.MasteryChange;
import org.dalil.report.entity.Medium;
import org.dalil.report.entity.ObjectiveChange;
import org.dalil.report.entity.PublishedReport;
import org.dalil.report.entity.PublishedScores;
import org.dalil.report.entity.PublishedTurnout;
import org.dalil.report.entity.RoomReport;
import org.dalil.report.entity.Share;
import org.dalil.report.entity.Turnout;
import org.dalil.report.web.FigureWords.Cell;
import org.dalil.workshop.Workshops;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopRow;

/**
 * {@code staff/workshop/report.xhtml?w=…}: what people learnt in one workshop, for its own trainer. What may leave the room where enough
 * people took both tests; otherwise what the room may see, on the screen only. Without a workshop in the address it lists the trainer's own.
 */
@Named
@RequestScoped
public class WorkshopReportPage {

    @Inject WorkshopReports reports;
    @Inject Workshops workshops;
    @Inject Courses courses;
    @Inject FigureWords words;
    @Inject WorkshopSentences sentences;
    @Inject CourseNames names;
    @Inject CurrentLanguage language;
    @Inject HttpServletRequest request;

    /** A workshop to choose. */
    public record Choice(String id, String name) { }

    /** A line of the tables of scores. */
    public record ScoreRow(String name, String before, String beforeRange, String after, String afterRange, String change,
                           String changeRange) { }

    /** A line of the table of people. @param bar how many, where the number is shown; otherwise −1 */
    public record People(String name, Cell count, int bar) { }

    private boolean opened;
    private List<Choice> choices = List.of();
    private WorkshopRow workshop;
    private Optional<Course> course = Optional.empty();
    private PublishedReport outside;
    private RoomReport room;

    /** Before the page is made; on a way back from its form earlier, since the form is there only if there is a report. */
    public void open() {
        if (!opened) {
            opened = true;
            look();
        }
    }

    private void look() {
        Optional<WorkshopId> id = WorkshopId.of(request.getParameter("w"));
        if (id.isEmpty()) {
            choices = workshops.mine().stream().map(w -> new Choice(w.id().toString(), name(w))).toList();
            return;
        }
        workshop = workshops.own(id.get());
        course = course(workshop);
        outside = reports.published(id.get());
        if (outside.scores().isEmpty()) {
            room = reports.room(id.get());
        }
    }

    private Optional<Course> course(WorkshopRow row) {
        return courses.all().stream().map(CourseVersion::course).filter(c -> c.id().equals(row.plan().courseId())).findFirst();
    }

    private String name(WorkshopRow row) {
        return words.text("report.ws.name", words.number(row.number()), words.isolated(course(row).map(names::of).orElse("–")));
    }

    /** The trainer's own workshops, where the address names none. */
    public List<Choice> getChoices() {
        return choices;
    }

    /** Whether there is a report to show. */
    public boolean isReady() {
        open();
        return workshop != null;
    }

    public String getId() {
        return workshop.id().toString();
    }

    public String getName() {
        return name(workshop);
    }

    /** Whether answers are still expected. */
    public boolean isOpen() {
        return !workshop.isClosed();
    }

    /** Whether the page shows what may leave the room. */
    public boolean isOutside() {
        return room == null;
    }

    /** Whether there are scores at all. */
    public boolean isScored() {
        return isOutside() || room.people().isPresent();
    }

    public int getSmallest() {
        return reports.smallestGroup().people();
    }

    /** When the figures were taken: a month. */
    public String getAsOf() {
        return outside.asOf().map(m -> words.text("report.ws.asOf", words.month(m))).orElse("");
    }

    /** How many were there and took both tests. */
    public String getTurnoutSentence() {
        String expected = words.number(workshop.plan().expected());
        return isOutside() ? words.text("report.ws.turnout", words.people(outside.turnout().enrolled()), expected,
                        words.people(outside.turnout().paired()))
                : words.text("report.ws.turnout", words.number(room.turnout().enrolled()), expected, words.number(room.turnout().paired()));
    }

    public List<People> getTurnout() {
        return isOutside() ? published(outside.turnout()) : plain(room.turnout());
    }

    private List<People> published(PublishedTurnout t) {
        Cell match = t.matchRate().map(r -> new Cell(words.percents(r), "")).orElseGet(() -> new Cell(words.text("report.withheld"), "sup"));
        return List.of(line("report.ws.there", t.enrolled()), line("report.turnout.noTest", t.noTest()),
                line("report.turnout.preOnly", t.preOnly()), line("report.turnout.postOnly", t.postOnly()),
                line("report.turnout.partial", t.partial()), line("report.turnout.paired", t.paired()),
                line("report.ws.finished", t.completed()), new People(words.text("report.turnout.match"), match, -1));
    }

    private List<People> plain(Turnout t) {
        return List.of(line("report.ws.there", t.enrolled()), line("report.turnout.noTest", t.noTest()),
                line("report.turnout.preOnly", t.preOnly()), line("report.turnout.postOnly", t.postOnly()),
                line("report.turnout.partial", t.partial()), line("report.turnout.paired", t.paired()),
                line("report.ws.finished", t.completed()));
    }

    private People line(String key, Count count) {
        return new People(words.text(key), words.cell(count, "sup"), count.isExact() ? count.lower() : -1);
    }

    private People line(String key, int count) {
        return new People(words.text(key), new Cell(words.number(count), ""), count);
    }

    /** The longest bar: the largest number that is shown, so that it tells nothing that the table doesn't. */
    public int getLongest() {
        return Math.max(1, getTurnout().stream().mapToInt(People::bar).max().orElse(1));
    }

    /** One sentence for each score. */
    public List<String> getScoreSentences() {
        String title = course.map(names::of).orElse("–");
        return isOutside() ? sentences.scores(title, outside) : sentences.scores(title, room);
    }

    /** The mean score and the pass mark. */
    public List<ScoreRow> getScores() {
        if (!isOutside()) {
            return List.of(row(words.text("report.mean.title"), room.before(), room.after(), room.change().map(words::points), ""),
                    passRow(room.passedBefore().orElseThrow(), room.passedAfter().orElseThrow(), "", ""));
        }
        PublishedScores s = outside.scores().orElseThrow();
        Optional<MasteryChange> mastery = outside.workshop().mastery();
        return List.of(row(words.text("report.mean.title"), Optional.of(s.before()), Optional.of(s.after()),
                        s.change().map(c -> words.points(c.points())), range(s.change())),
                passRow(s.passedBefore(), s.passedAfter(), mastery.map(m -> words.points(m.points())).orElseGet(this::withheld),
                        mastery.map(m -> words.points(m.interval())).orElse("")));
    }

    private String withheld() {
        return words.text("report.withheld");
    }

    private String range(Optional<PublishedScores.Change> change) {
        return change.map(c -> words.points(c.interval())).orElse("");
    }

    private ScoreRow row(String name, Optional<Capped> before, Optional<Capped> after, Optional<String> change, String range) {
        return new ScoreRow(name, mean(before), "", mean(after), "", change.orElseGet(this::withheld), range);
    }

    private String mean(Optional<Capped> mean) {
        return mean.map(m -> words.percent(m, m.value())).orElseGet(this::withheld);
    }

    private ScoreRow passRow(Share before, Share after, String change, String range) {
        return new ScoreRow(words.text("report.pass.title"), words.percent(before.people(), before.percent()), interval(before),
                words.percent(after.people(), after.percent()), interval(after), change, range);
    }

    /** The room has no intervals. */
    private String interval(Share share) {
        Optional<Interval> interval = isOutside() ? share.interval() : Optional.empty();
        return interval.map(words::percents).orElse("");
    }

    public Chart getScoreChart() {
        Share early = isOutside() ? outside.scores().orElseThrow().passedBefore() : room.passedBefore().orElseThrow();
        Share late = isOutside() ? outside.scores().orElseThrow().passedAfter() : room.passedAfter().orElseThrow();
        Capped before = isOutside() ? outside.scores().orElseThrow().before() : room.before().orElseThrow();
        Capped after = isOutside() ? outside.scores().orElseThrow().after() : room.after().orElseThrow();
        return new Chart(List.of(new Chart.Value(words.text("report.mean.title"), before.value(), after.value()),
                new Chart.Value(words.text("report.pass.title"), early.percent(), late.percent())), words);
    }

    private List<ObjectiveChange> objectives() {
        return isOutside() ? outside.workshop().objectives() : room.objectives();
    }

    /** Whether there is anything by objective. */
    public boolean isByObjective() {
        return !objectives().isEmpty();
    }

    public List<ScoreRow> getObjectives() {
        return objectives().stream().map(o -> row(objective(o.objective()), o.before(), o.after(),
                o.change().map(c -> words.points(c.points())), isOutside() ? range(o.change()) : "")).toList();
    }

    public List<String> getObjectiveSentences() {
        return objectives().stream().map(o -> {
            String name = words.isolated(objective(o.objective()));
            return o.change().map(c -> words.text("report.ws.objective.change", name, mean(o.before()), mean(o.after()), words.points(c.points())))
                    .orElseGet(() -> words.text("report.ws.objective.plain", name, mean(o.before()), mean(o.after())));
        }).toList();
    }

    /** Only those with both means. */
    public Chart getObjectiveChart() {
        return new Chart(objectives().stream().filter(o -> o.before().isPresent() && o.after().isPresent())
                .map(o -> new Chart.Value(objective(o.objective()), o.before().get().value(), o.after().get().value())).toList(), words);
    }

    /** Without the full stop of its sentence: more follows. */
    private String objective(String id) {
        return course.map(c -> c.words().getOrDefault(language.getTag(), c.words().get(c.sourceLanguage())).objectives().get(id))
                .map(sentence -> sentence.replaceAll("[.۔]$", "")).orElse(id);
    }

    /** The questions that few got right after the course, in the reader's language. */
    public List<String> getAgain() {
        List<String> ids = isOutside() ? outside.workshop().again() : room.again();
        return ids.stream().flatMap(id -> stem(id).stream()).toList();
    }

    /** Nothing for a question that the course no longer asks. */
    private Optional<String> stem(String item) {
        return course.flatMap(c -> Stream.of(language.getTag(), c.sourceLanguage()).map(c.quiz().words()::get)
                .filter(w -> w != null && w.items().containsKey(item)).map(w -> w.items().get(item)).map(Quiz.ItemWords::stem).findFirst());
    }

    public String getAgainSentence() {
        return words.text("report.ws.again.sentence", getAgain().size());
    }

    /** What to know beside the scores. */
    public List<String> getBeside() {
        return isOutside() ? sentences.beside(outside) : sentences.beside(room);
    }

    public List<String> getExpert() {
        return isOutside() ? sentences.expert(outside.workshop()) : List.of();
    }

    /** Only with scores that may leave the room: those of the room alone are drawn on the screen and nowhere else. */
    private List<FigureFile.Drawn> charts() {
        return isOutside() ? List.of(new FigureFile.Drawn(words.text("report.ws.scores.chart"), getScoreChart()),
                new FigureFile.Drawn(words.text("report.ws.objectives.chart"), getObjectiveChart()),
                new FigureFile.Drawn(words.text("report.turnout.chart"),
                        TurnoutChart.of(Map.of(words.text("report.turnout.match"), outside.turnout()), words))) : List.of();
    }

    /** Hands out a file with what may leave the room. */
    public void csv() {
        file(Medium.CSV);
    }

    /** Likewise. */
    public void xlsx() {
        file(Medium.XLSX);
    }

    /** Likewise. */
    public void pdf() {
        file(Medium.PDF);
    }

    private void file(Medium medium) {
        open();
        if (workshop != null) {
            PublishedReport report = reports.file(workshop.id());
            List<String> notes = new ArrayList<>(List.of(getName(), getAsOf(), getTurnoutSentence()));
            if (report.scores().isPresent()) {
                notes.addAll(getScoreSentences());
                notes.addAll(getObjectiveSentences());
                notes.add(getAgainSentence());
                getAgain().forEach(question -> notes.add("– " + question));
                notes.addAll(getBeside());
            }
            notes.add(words.text("report.ws.sub", getSmallest()));
            notes.removeIf(String::isBlank);
            new FigureFile(words.text("report.ws.title"), words.text("report.across.words"), notes,
                    WorkshopRows.of(report, words, this::objective), 1, charts(), words.language()).send(medium);
        }
    }
}
