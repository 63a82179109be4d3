package org.dalil.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalil.platform.entity.Refused;
import org.dalil.report.AcrossReports;
import org.dalil.report.entity.Cube;
import org.dalil.report.entity.CubeCell;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.Interval;
import org.dalil.report.entity.Medium;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Table;

/** {@code staff/report/across.xhtml}: figures across workshops by one dimension or two. The address says which. */
@Named
@RequestScoped
public class ReportAcrossPage {

    @Inject AcrossReports reports;
    @Inject FigureWords words;
    @Inject CubeSentences sentences;
    @Inject HttpServletRequest request;

    /** A choice in a list; {@code selected} is what the attribute wants. */
    public record Choice(String value, String name, String selected) { }

    /** A line of the table. */
    public record Row(String row, String column, boolean sum, String people, String pairs, String before, String after, String change,
                      String range, String passedBefore, String passedAfter) { }

    private static final String NONE = "–";

    private boolean opened;
    private Stage stage = Stage.COURSE;
    private Table table;
    private Cube cube;
    private List<AcrossRows.Cell> cells = List.of();
    private String refusal = "";

    /** Before the page is made; on a way back from its form earlier, by whoever asks first. */
    public void open() {
        if (!opened) {
            opened = true;
            stage = find(Stage.values(), "stage").orElse(Stage.COURSE);
            table = table();
            look();
        }
    }

    private void look() {
        try {
            cube = reports.look(stage, table);
            cells = AcrossRows.of(cube, table);
        } catch (Refused e) {
            refusal = words.text(e.key(), e.arguments());
        }
    }

    /** Whatever else an address says, there is a table for it: of at most two dimensions. */
    private Table table() {
        Dimension rows = find(Dimension.values(), "by").orElse(Dimension.PERIOD);
        Optional<Dimension> columns = find(Dimension.values(), "and").filter(c -> c != rows);
        String only = request.getParameter("only");
        return new Table(rows, columns, columns.flatMap(c -> Optional.ofNullable(only)).filter(o -> !o.isEmpty() && o.length() <= 60)
                .map(o -> o.equals("-") ? Cube.SEVERAL : o));
    }

    private <E extends Enum<E>> Optional<E> find(E[] values, String parameter) {
        String asked = Optional.ofNullable(request.getParameter(parameter)).orElse("");
        return Arrays.stream(values).filter(v -> v.name().equalsIgnoreCase(asked)).findFirst();
    }

    /** Why there is no table; empty if there is one. */
    public String getRefusal() {
        open();
        return refusal;
    }

    /** Whether anybody is in it. */
    public boolean isShown() {
        open();
        return !cells.isEmpty();
    }

    public int getSmallest() {
        return reports.smallestGroup().people();
    }

    public List<Choice> getStages() {
        open();
        return Arrays.stream(Stage.values()).map(s -> choice(lower(s), words.text("report.across.stage." + lower(s)), s == stage)).toList();
    }

    public List<Choice> getRowChoices() {
        open();
        return Arrays.stream(Dimension.values()).map(d -> choice(lower(d), sentences.name(d), d == table.rows())).toList();
    }

    public List<Choice> getColumnChoices() {
        open();
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", words.text("report.across.none"), null)));
        Arrays.stream(Dimension.values()).forEach(d -> choices.add(choice(lower(d), sentences.name(d), table.columns().filter(d::equals).isPresent())));
        return choices;
    }

    /** The values of the second dimension; empty without one. */
    public List<Choice> getOnlyChoices() {
        open();
        if (cube == null || table.columns().isEmpty()) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", sentences.all(), null)));
        cube.byColumn().keySet().forEach(v -> choices.add(choice(v.equals(Cube.SEVERAL) ? "-" : v,
                sentences.value(table.columns().get(), v), table.only().filter(v::equals).isPresent())));
        return choices;
    }

    private static Choice choice(String value, String name, boolean selected) {
        return new Choice(value, name, selected ? "selected" : null);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What the form that takes files sends back. */
    public String getStage() {
        open();
        return lower(stage);
    }

    public String getBy() {
        open();
        return lower(table.rows());
    }

    public String getBeside() {
        open();
        return table.columns().map(ReportAcrossPage::lower).orElse("");
    }

    public String getOnly() {
        open();
        return table.only().map(o -> o.equals(Cube.SEVERAL) ? "-" : o).orElse("");
    }

    public String getRowName() {
        open();
        return sentences.name(table.rows());
    }

    public String getColumnName() {
        open();
        return table.columns().map(sentences::name).orElse("");
    }

    /** What the first test is called. */
    public String getFirst() {
        open();
        return sentences.first(stage);
    }

    public String getSecond() {
        open();
        return sentences.second(stage);
    }

    public boolean isTwo() {
        open();
        return table.columns().isPresent();
    }

    /** Whom the whole table is about, in sentences. */
    public List<String> getLead() {
        open();
        return cells.isEmpty() ? List.of() : sentences.of(stage, name(cells.get(cells.size() - 1)), cells.get(cells.size() - 1).figures());
    }

    /** Each other figure in a sentence. */
    public List<String> getSentences() {
        open();
        return cells.stream().limit(Math.max(0, cells.size() - 1)).flatMap(c -> sentences.of(stage, name(c), c.figures()).stream()).toList();
    }

    private String name(AcrossRows.Cell cell) {
        List<String> parts = new ArrayList<>();
        cell.row().ifPresent(v -> parts.add(sentences.value(table.rows(), v)));
        cell.column().ifPresent(v -> parts.add(sentences.value(table.columns().orElseThrow(), v)));
        return parts.isEmpty() ? sentences.all() : String.join(words.text("report.across.joint"), parts);
    }

    public List<Row> getRows() {
        open();
        return cells.stream().map(this::row).toList();
    }

    private Row row(AcrossRows.Cell cell) {
        CubeCell f = cell.figures();
        return new Row(cell.row().map(v -> sentences.value(table.rows(), v)).orElseGet(sentences::all),
                table.columns().map(c -> cell.column().map(v -> sentences.value(c, v)).orElseGet(sentences::all)).orElse(""),
                cell.row().isEmpty() || cell.column().isEmpty() && isTwo(), words.number(f.people()), words.number(f.pairs()),
                percents(f.before()), percents(f.after()), f.change().map(words::rounded).orElse(NONE),
                f.interval().map(words::points).orElse(""), percents(f.passedBefore()), percents(f.passedAfter()));
    }

    private String percents(Optional<Interval> range) {
        return range.map(words::roundedPercents).orElse(NONE);
    }

    /** The mean score of each line: over quarters, the trend. */
    public Chart getChart() {
        open();
        return new Chart(cells.stream().filter(c -> c.row().isPresent() && (c.column().isEmpty() || table.only().isPresent()))
                .filter(c -> c.figures().before().isPresent())
                .map(c -> new Chart.Value(sentences.value(table.rows(), c.row().get()), c.figures().before().get().middle(),
                        c.figures().after().get().middle())).toList(), words, getFirst(), getSecond());
    }

    /** Hands the table out as a file. */
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
        if (refusal.isEmpty()) {
            Cube released = reports.file(stage, table, medium);
            List<String> notes = new ArrayList<>(List.of(words.text("report.across.stage." + getStage())));
            notes.addAll(getLead());
            notes.addAll(getSentences());
            notes.add(words.text("report.cube.note", getSmallest()));
            notes.add(words.text("report.cube.note.interval"));
            new FigureFile(words.text("report.across.title"), words.text("report.across.words"), notes,
                    AcrossRows.file(released, stage, table, sentences, words), 2,
                    List.of(new FigureFile.Drawn(words.text("report.across.chart"), getChart())), words.language()).send(medium);
        }
    }
}
