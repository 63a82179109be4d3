package org.dalil.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dalil.report.entity.Cube;
import org.dalil.report.entity.CubeCell;
import org.dalil.report.entity.Dimension;

/** One plain sentence for each figure across workshops. */
@RequestScoped
public class CubeSentences {

    @Inject
    FigureWords words;

    /** What a dimension is called. */
    public String name(Dimension dimension) {
        return words.text("report.cube.dimension." + dimension.name().toLowerCase(Locale.ROOT));
    }

    /** How the line of several together is called; any other value as it is given. */
    public String line(String value) {
        return value.equals(Cube.SEVERAL) ? words.text("report.cube.several") : value;
    }

    /** @param period such as {@code 2026-Q4} */
    public String quarter(String period) {
        return words.text("report.cube.quarter", words.number(Integer.parseInt(period.substring(6))), words.year(period.substring(0, 4)));
    }

    /** How many were reached, what changed, who passed; as much as there is. @param where whom the cell is about, in the reader's words */
    public List<String> of(String where, CubeCell cell) {
        String name = words.isolated(where);
        List<String> all = new ArrayList<>();
        all.add(words.text("report.cube.reached", name, cell.people(), cell.pairs()));
        cell.change().ifPresent(change -> {
            String before = words.percents(cell.before().orElseThrow());
            String after = words.percents(cell.after().orElseThrow());
            all.add(cell.interval().map(i -> words.text("report.cube.change", name, before, after, words.rounded(change), words.points(i)))
                    .orElseGet(() -> words.text("report.cube.change.plain", name, before, after, words.rounded(change))));
            all.add(words.text("report.cube.pass", name, words.percents(cell.passedBefore().orElseThrow()),
                    words.percents(cell.passedAfter().orElseThrow())));
        });
        return all;
    }
}
