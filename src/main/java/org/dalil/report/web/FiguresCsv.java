package org.dalil.report.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Figures as CSV after RFC 4180, with the mark by which spreadsheets know UTF-8. */
final class FiguresCsv {

    private static final String MARK = "\uFEFF";

    private FiguresCsv() { }

    static void write(OutputStream out, List<List<String>> rows) throws IOException {
        out.write(MARK.getBytes(StandardCharsets.UTF_8));
        for (List<String> row : rows) {
            String line = row.stream().map(FiguresCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** In quotes; what a spreadsheet would take for a formula begins with an apostrophe, unless it is a plain number. */
    static String cell(String text) {
        boolean formula = text.matches("(?s)[=+\\-@\\t\\r].*") && !text.matches("-?[0-9]+(\\.[0-9]+)?");
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
