package org.dalil.report.web;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dalil.platform.control.Drawing;
import org.dalil.platform.control.Paper;
import org.dalil.platform.control.Typesetter;
import org.dalil.platform.control.Typesetter.Line;
import org.dalil.platform.control.Typesetter.Style;
import org.dalil.platform.entity.Language;

/** Figures on A4 pages: the sentences that say what they mean, charts, then each line of the table as a heading with its numbers below. */
final class FiguresPdf {

    private static final Style TITLE = new Style(18, true);
    private static final Style HEAD = new Style(11, true);
    private static final Style TEXT = new Style(10, false);
    private static final double EDGE = 20;
    private static final double WIDTH = 210 - 2 * EDGE;
    private static final double BOTTOM = 297 - EDGE;

    private final Paper paper;
    private final Typesetter type;
    private final PaperChart charts;
    private final Language language;
    private final boolean rightToLeft;
    private Drawing drawing;
    private double y;

    private FiguresPdf(Paper paper, Language language) {
        this.paper = paper;
        type = new Typesetter(language);
        charts = new PaperChart(type, language, EDGE, WIDTH);
        this.language = language;
        rightToLeft = language.isRightToLeft();
        begin();
    }

    static void write(OutputStream out, FigureFile file, Language language) throws IOException {
        try (Paper paper = new Paper(file.title(), language)) {
            FiguresPdf pdf = new FiguresPdf(paper, language);
            pdf.paragraph(file.title(), TITLE, 0);
            pdf.y += 3;
            for (String note : file.notes()) {
                pdf.paragraph(note, TEXT, 0);
                pdf.y += 1.5;
            }
            for (FigureFile.Drawn drawn : file.charts()) {
                pdf.chart(drawn);
            }
            pdf.table(file.rows(), file.names());
            paper.page(pdf.drawing);
            paper.save(out);
        }
    }

    private void begin() {
        drawing = paper.drawing();
        y = EDGE + 6;
    }

    private void room(double height) throws IOException {
        if (y + height > BOTTOM) {
            paper.page(drawing);
            begin();
        }
    }

    private void paragraph(String text, Style style, double in) throws IOException {
        for (Line line : type.wrap(text, style, WIDTH - in)) {
            room(type.leading(style));
            drawing.start(line, at(in), y, Drawing.INK);
            y += type.leading(style);
        }
    }

    /** A number that programs read, as people do: paper is for them. With as many decimals. */
    private String read(String number) {
        return NumberFormatter.withLocale(language.cldr()).precision(Precision.fixedFraction(new BigDecimal(number).scale()))
                .format(new BigDecimal(number)).toString();
    }

    /** So far from the side where a line begins. */
    private double at(double in) {
        return rightToLeft ? 210 - EDGE - in : EDGE + in;
    }

    private void chart(FigureFile.Drawn drawn) throws IOException {
        for (List<Chart.Value> part : charts.parts(drawn.chart().values())) {
            room(charts.height(part) + 4 * type.leading(TEXT));
            y += 3;
            paragraph(drawn.label(), TEXT, 0);
            charts.draw(drawing, y, drawn.chart(), part);
            y += charts.height(part) + 5;
        }
    }

    /** @param names how many of the first columns say what a line is about */
    private void table(List<List<String>> rows, int names) throws IOException {
        List<String> head = rows.get(0);
        for (List<String> row : rows.subList(1, rows.size())) {
            room(5 * type.leading(TEXT));
            y += 2;
            drawing.line(EDGE, y - 5, 210 - EDGE, y - 5, 0.15, Drawing.HAIR);
            paragraph(String.join(" – ", row.subList(0, names).stream().filter(n -> !n.isEmpty()).toList()), HEAD, 0);
            for (int i = names; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    pair(head.get(i), row.get(i));
                }
            }
        }
    }

    private void pair(String name, String value) throws IOException {
        room(type.leading(TEXT));
        drawing.start(type.line(name, TEXT), at(4), y, Drawing.QUIET);
        Line number = type.line(value.matches("-?[0-9]+(\\.[0-9]+)?") ? read(value) : value, TEXT);
        double x = rightToLeft ? EDGE : 210 - EDGE - number.width();
        drawing.left(number, x, y, Drawing.INK);
        y += type.leading(TEXT);
    }
}
