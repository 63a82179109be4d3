package org.dalil.report.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.dalil.platform.entity.Language;
import org.dalil.platform.web.Attachment;
import org.dalil.report.entity.Medium;

/**
 * Published figures on their way into a file.
 *
 * @param notesTitle what the sheet of sentences is called
 * @param notes      what the figures say, in sentences
 * @param rows       the first one names the columns; numbers have a decimal point in every language
 * @param names      how many of the first columns say what a line is about
 * @param charts     some of the same numbers drawn, where a file can hold a drawing; those without a line are left out
 */
record FigureFile(String title, String notesTitle, List<String> notes, List<List<String>> rows, int names, List<Drawn> charts,
                  Language language) {

    /** A chart. @param label what it shows, in a sentence */
    record Drawn(String label, Chart chart) { }

    boolean rightToLeft() {
        return language.isRightToLeft();
    }

    /** Hands it out as the answer to this request. Its name says nothing. */
    void send(Medium medium) {
        String type = switch (medium) {
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case PDF -> "application/pdf";
            default -> "text/csv;charset=UTF-8";
        };
        Attachment.send(type, "figures." + medium.name().toLowerCase(Locale.ROOT), out -> write(medium, out));
    }

    void write(Medium medium, OutputStream out) throws IOException {
        switch (medium) {
            case XLSX -> FiguresXlsx.write(out, this);
            case PDF -> FiguresPdf.write(out, this, language);
            default -> FiguresCsv.write(out, rows);
        }
    }
}
