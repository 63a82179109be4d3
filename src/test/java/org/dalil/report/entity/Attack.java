package org.dalil.report.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;

/**
 * Somebody who adds and subtracts what was published. Every published number is a sum over cells that nobody sees; with any of
 * them added, subtracted or multiplied, the attacker has every vector of their span, and no other.
 */
public final class Attack {

    private static final double NOUGHT = 1e-9;

    /** Reduced, each with its first coefficient at another place. */
    private final List<double[]> known = new ArrayList<>();

    /** Every table of one and of two dimensions. */
    static List<Cube> tables(List<Batch> batches) {
        List<Cube> tables = new ArrayList<>();
        for (Dimension rows : Dimension.values()) {
            tables.add(Cube.from(batches, rows, Optional.empty(), SmallestGroup.TEN));
            Arrays.stream(Dimension.values()).filter(c -> c != rows).forEach(c -> tables.add(Cube.from(batches, rows, Optional.of(c), SmallestGroup.TEN)));
        }
        return tables;
    }

    /** Every cell of a table by where it stands. */
    private static Map<String, CubeCell> cells(Cube cube) {
        Map<String, CubeCell> cells = new LinkedHashMap<>();
        cells.put("all", cube.all());
        cube.byRow().forEach((row, cell) -> cells.put("row " + row, cell));
        cube.byColumn().forEach((column, cell) -> cells.put("column " + column, cell));
        cube.byRow().keySet().forEach(row -> cube.byColumn().keySet().forEach(column -> cube.cell(row, column)
                .ifPresent(cell -> cells.put(row + " by " + column, cell))));
        return cells;
    }

    /**
     * Everything that the tables of these batches show, by parties.
     *
     * @param parties of a batch
     * @param place   of each party in the attacker's vectors
     */
    public void learn(List<Batch> batches, Function<Batch, Collection<UUID>> parties, Map<UUID, Integer> place) {
        List<Map<String, CubeCell>> whole = tables(batches).stream().map(Attack::cells).toList();
        List<List<Map<String, CubeCell>>> each = batches.stream().map(b -> tables(List.of(b)).stream().map(Attack::cells).toList()).toList();
        for (int t = 0; t < whole.size(); t++) {
            int table = t;
            whole.get(t).forEach((where, cell) -> {
                List<Batch> in = IntStream.range(0, batches.size()).filter(b -> each.get(b).get(table).containsKey(where))
                        .mapToObj(batches::get).toList();
                Assertions.assertEquals(cell.people(), in.stream().mapToInt(Batch::people).sum(), where + " is the sum of its batches");
                learn(vector(in.stream().flatMap(b -> parties.apply(b).stream()).toList(), place));
            });
        }
    }

    public static double[] vector(List<UUID> parties, Map<UUID, Integer> place) {
        double[] vector = new double[place.size()];
        parties.forEach(p -> vector[place.get(p)] = 1);
        return vector;
    }

    /** A published number, by how often it counts each cell. */
    public void learn(double[] sum) {
        double[] rest = reduce(sum);
        int pivot = pivot(rest);
        if (pivot >= 0) {
            double first = rest[pivot];
            known.add(Arrays.stream(rest).map(v -> v / first).toArray());
        }
    }

    /** Whether this sum can be had from what was published. */
    public boolean finds(double[] sum) {
        return pivot(reduce(sum)) < 0;
    }

    private double[] reduce(double[] sum) {
        double[] rest = sum.clone();
        for (double[] row : known) {
            double times = rest[pivot(row)];
            if (times != 0) {
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= times * row[i];
                }
            }
        }
        return rest;
    }

    private static int pivot(double[] row) {
        for (int i = 0; i < row.length; i++) {
            if (Math.abs(row[i]) > NOUGHT) {
                return i;
            }
        }
        return -1;
    }
}
