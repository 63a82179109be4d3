package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values computed by an independent program: {@code reference/README.md} says which. */
final class Reference {

    /** What every statistic agrees to. */
    static final double CLOSE = 1e-9;

    /** A line of a file, by the names of its columns. */
    record Row(Map<String, String> cells) {

        String text(String column) {
            return cells.get(column);
        }

        double number(String column) {
            return cells.get(column).equals("NA") ? Double.NaN : Double.parseDouble(cells.get(column));
        }

        int count(String column) {
            return Integer.parseInt(cells.get(column));
        }

        void agrees(String column, double value) {
            double expected = number(column);
            assertEquals(expected, value, CLOSE * Math.max(1, Math.abs(expected)), column + " of " + cells);
        }
    }

    private Reference() { }

    static List<Row> rows(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Reference.class.getResourceAsStream("/org/dalil/report/reference/" + file), StandardCharsets.UTF_8))) {
            String[] names = in.readLine().split(",");
            return in.lines().filter(l -> !l.isBlank()).map(l -> row(names, l.split(","))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file by one of its columns, in their order. */
    static Map<String, List<Row>> sets(String file, String column) {
        return rows(file).stream().collect(Collectors.groupingBy(r -> r.text(column), LinkedHashMap::new, Collectors.toList()));
    }

    private static Row row(String[] names, String[] values) {
        Map<String, String> cells = new HashMap<>();
        Arrays.setAll(names, i -> {
            cells.put(names[i], values[i]);
            return names[i];
        });
        return new Row(cells);
    }
}
