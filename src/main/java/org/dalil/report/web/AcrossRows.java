package org.dalil.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalil.report.entity.Cube;
import org.dalil.report.entity.CubeCell;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.Interval;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Table;

/** A table across workshops line by line: each line with its columns, then the sums. */
final class AcrossRows {

    /** @param column empty where the line is one of all columns */
    record Cell(Optional<String> row, Optional<String> column, CubeCell figures) { }

    private AcrossRows() { }

    /** In the order of the table; with one value of the columns only that one. */
    static List<Cell> of(Cube cube, Table table) {
        List<Cell> cells = new ArrayList<>();
        cube.byRow().forEach((row, sum) -> {
            if (table.only().isEmpty()) {
                cube.byColumn().keySet().forEach(c -> cube.cell(row, c).ifPresent(f -> cells.add(new Cell(Optional.of(row), Optional.of(c), f))));
                cells.add(new Cell(Optional.of(row), Optional.empty(), sum));
            } else {
                cube.cell(row, table.only().get()).ifPresent(f -> cells.add(new Cell(Optional.of(row), table.only(), f)));
            }
        });
        for (Map.Entry<String, CubeCell> column : cube.byColumn().entrySet()) {
            if (table.only().isEmpty() || table.only().get().equals(column.getKey())) {
                cells.add(new Cell(Optional.empty(), Optional.of(column.getKey()), column.getValue()));
            }
        }
        if (table.only().isEmpty() && cube.all().people() > 0) {
            cells.add(new Cell(Optional.empty(), Optional.empty(), cube.all()));
        }
        return cells;
    }

    /** For a file: each range as its lower and its upper end. */
    static List<List<String>> file(Cube cube, Stage stage, Table table, CubeSentences names, FigureWords words) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(names.name(table.rows()), table.columns().map(names::name).orElse(""),
                words.text("report.across.reached"), words.text("report.turnout.paired")));
        Stream.of(names.first(stage), names.second(stage), words.text("report.gain"), words.text("report.interval"),
                words.text("report.across.passed", names.first(stage)), words.text("report.across.passed", names.second(stage))).forEach(range -> {
                    head.add(words.text("report.across.from", range));
                    head.add(words.text("report.across.to", range));
                });
        rows.add(head);
        of(cube, table).forEach(cell -> rows.add(line(cell, table, names)));
        return rows;
    }

    private static List<String> line(Cell cell, Table table, CubeSentences names) {
        CubeCell f = cell.figures();
        List<String> line = new ArrayList<>(List.of(name(cell.row(), table.rows(), names),
                table.columns().map(c -> name(cell.column(), c, names)).orElse(""), String.valueOf(f.people()), String.valueOf(f.pairs())));
        Stream.of(f.before(), f.after(), f.change(), f.interval(), f.passedBefore(), f.passedAfter()).forEach(range -> {
            line.add(range.map(Interval::lower).map(AcrossRows::number).orElse(""));
            line.add(range.map(Interval::upper).map(AcrossRows::number).orElse(""));
        });
        return line;
    }

    private static String name(Optional<String> value, Dimension dimension, CubeSentences names) {
        return value.map(v -> names.value(dimension, v)).orElseGet(names::all);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
