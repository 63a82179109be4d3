package org.dalil.report.entity;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Figures across workshops by one dimension or two, as anybody may see them who may see reports.
 *
 * <p>What would be a small group isn't left out of the margins, and no other cell goes with it: it was put together with others
 * before, in both margins alike, and stands in the line and the column of {@link #SEVERAL}. So every table of the same batches adds
 * up, and no sum or difference over any of them is about fewer people than a batch has. Where a cell isn't there, nobody is, or
 * too few to be seen.
 */
public final class Cube implements Published {

    /** The line or the column of batches that lie in several. */
    public static final String SEVERAL = "";

    private static final Comparator<String> SEVERAL_LAST =
            Comparator.comparing((String v) -> v.equals(SEVERAL)).thenComparing(Comparator.naturalOrder());

    private final Dimension rows;
    private final Optional<Dimension> columns;
    private final Map<String, CubeCell> byRow;
    private final Map<String, CubeCell> byColumn;
    private final Map<String, Map<String, CubeCell>> cells;
    private final CubeCell all;

    private Cube(List<Batch> batches, Dimension rows, Optional<Dimension> columns) {
        this.rows = rows;
        this.columns = columns;
        byRow = lines(batches, rows);
        byColumn = columns.map(c -> lines(batches, c)).orElseGet(Map::of);
        cells = columns.map(c -> by(batches, rows).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                e -> lines(e.getValue(), c)))).orElseGet(Map::of);
        all = CubeCell.of(batches);
    }

    /**
     * @param batches all there are: whoever wants one value of a dimension takes its line
     * @param columns another dimension than {@code rows}
     * @throws IllegalArgumentException if it is the same
     */
    public static Cube from(Collection<Batch> batches, Dimension rows, Optional<Dimension> columns, SmallestGroup smallest) {
        if (columns.filter(rows::equals).isPresent()) {
            throw new IllegalArgumentException("a table of " + rows + " by itself");
        }
        return new Cube(batches.stream().filter(b -> smallest.holds(b.people())).toList(), rows, columns);
    }

    private static Map<String, List<Batch>> by(Collection<Batch> batches, Dimension dimension) {
        return batches.stream().collect(Collectors.groupingBy(b -> b.place().in(dimension).orElse(SEVERAL),
                () -> new TreeMap<>(SEVERAL_LAST), Collectors.toList()));
    }

    private static Map<String, CubeCell> lines(Collection<Batch> batches, Dimension dimension) {
        Map<String, CubeCell> lines = new LinkedHashMap<>();
        by(batches, dimension).forEach((value, some) -> lines.put(value, CubeCell.of(some)));
        return lines;
    }

    public Dimension rows() {
        return rows;
    }

    public Optional<Dimension> columns() {
        return columns;
    }

    /** The sum of each line by its value, {@link #SEVERAL} last. */
    public Map<String, CubeCell> byRow() {
        return byRow;
    }

    /** The sum of each column by its value, {@link #SEVERAL} last; empty with one dimension. */
    public Map<String, CubeCell> byColumn() {
        return byColumn;
    }

    /** @return nothing where nobody is, or too few to be seen */
    public Optional<CubeCell> cell(String row, String column) {
        return Optional.ofNullable(cells.getOrDefault(row, Map.of()).get(column));
    }

    /** Everybody. */
    public CubeCell all() {
        return all;
    }
}
