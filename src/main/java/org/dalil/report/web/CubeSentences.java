package org.dalil.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalil.course.Courses;
import org.dalil.course.entity.CourseVersion;
import org.dalil.platform.entity.Language;
import org.dalil.report.entity.Cube;
import org.dalil.report.entity.CubeCell;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.Stage;

/** One plain sentence for each figure across workshops. */
@RequestScoped
public class CubeSentences {

    @Inject FigureWords words;
    @Inject CourseNames names;
    @Inject Courses courses;

    /** What a dimension is called. */
    public String name(Dimension dimension) {
        return words.text("report.cube.dimension." + dimension.name().toLowerCase(Locale.ROOT));
    }

    /** What the sum of all lines is called. */
    public String all() {
        return words.text("report.cube.all");
    }

    /** What a value of a dimension is called, and the line of several together. */
    public String value(Dimension dimension, String value) {
        if (value.equals(Cube.SEVERAL)) {
            return words.text("report.cube.several");
        }
        return switch (dimension) {
            case COURSE -> courses.all().stream().map(CourseVersion::course).filter(c -> c.id().toString().equals(value)).findFirst()
                    .map(names::of).orElseGet(() -> words.text("report.across.course.gone"));
            case AUDIENCE -> words.text("course.list.audience." + value);
            case REGION -> words.text("workshop.region." + value.toLowerCase(Locale.ROOT));
            case PERIOD -> quarter(value);
            case LANGUAGE -> Language.of(value).map(Language::ownName).orElse(value);
            case PARTNER -> value;
        };
    }

    /** @param period such as {@code 2026-Q4} */
    public String quarter(String period) {
        return words.text("report.cube.quarter", words.number(Integer.parseInt(period.substring(6))), words.year(period.substring(0, 4)));
    }

    /** What the first test of a stage is called. */
    public String first(Stage stage) {
        return words.text(stage == Stage.COURSE ? "report.before" : "report.across.first");
    }

    /** What the second one is called. */
    public String second(Stage stage) {
        return words.text(stage == Stage.COURSE ? "report.after" : "report.across.second");
    }

    /**
     * How many were reached, what changed, who passed; as much as there is.
     *
     * @param where whom the cell is about, in the reader's words
     */
    public List<String> of(Stage stage, String where, CubeCell cell) {
        String name = words.isolated(where);
        List<String> all = new ArrayList<>();
        all.add(words.text("report.cube.reached", name, cell.people(), cell.pairs()));
        change(where, cell).ifPresent(all::add);
        pass(stage, where, cell).ifPresent(all::add);
        return all;
    }

    /** What changed; nothing without pairs. */
    public Optional<String> change(String where, CubeCell cell) {
        String name = words.isolated(where);
        return cell.change().map(change -> {
            String before = words.roundedPercents(cell.before().orElseThrow());
            String after = words.roundedPercents(cell.after().orElseThrow());
            return cell.interval().map(i -> words.text("report.cube.change", name, before, after, words.rounded(change), words.points(i)))
                    .orElseGet(() -> words.text("report.cube.change.plain", name, before, after, words.rounded(change)));
        });
    }

    /** Who passed; nothing without pairs. */
    public Optional<String> pass(Stage stage, String where, CubeCell cell) {
        String key = stage == Stage.COURSE ? "report.cube.pass" : "report.across.pass.later";
        return cell.passedBefore().flatMap(early -> cell.passedAfter().map(late -> words.text(key, words.isolated(where),
                words.roundedPercents(early), words.roundedPercents(late))));
    }
}
