package org.dalil.report.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Figures as a workbook: what they say on one sheet, the numbers on another. Rows go out as they come, so that memory stays flat. No
 * cell is a formula, and nothing says who made it or when.
 */
final class FiguresXlsx {

    /** Rows that wait before they go out. */
    private static final int AT_ONCE = 200;

    private FiguresXlsx() { }

    static void write(OutputStream out, FigureFile file) throws IOException {
        try (Workbook book = new Workbook(out, "Dalil", "1.0")) {
            Worksheet numbers = sheet(book, file.title(), file.rightToLeft());
            numbers.freezePane(0, 1);
            int row = 0;
            for (List<String> cells : file.rows()) {
                write(numbers, row++, cells);
                if (row % AT_ONCE == 0) {
                    numbers.flush();
                }
            }
            numbers.finish();
            Worksheet words = sheet(book, file.notesTitle(), file.rightToLeft());
            words.width(0, 110);
            for (int i = 0; i < file.notes().size(); i++) {
                words.inlineString(i, 0, file.notes().get(i));
                words.style(i, 0).wrapText(true).set();
            }
            words.finish();
        }
    }

    /** A name as spreadsheets take it. */
    private static Worksheet sheet(Workbook book, String name, boolean rightToLeft) {
        String clean = name.replaceAll("[\\\\/?*\\[\\]:'\\u2066-\\u2069]", " ").strip();
        Worksheet sheet = book.newWorksheet(clean.substring(0, Math.min(30, clean.length())));
        if (rightToLeft) {
            sheet.rightToLeft();
        }
        return sheet;
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
                sheet.value(row, column, Double.valueOf(text));
            } else {
                sheet.inlineString(row, column, text);
            }
            if (row == 0) {
                sheet.style(row, column).bold().wrapText(true).set();
                sheet.width(column, 18);
            }
        }
    }
}
