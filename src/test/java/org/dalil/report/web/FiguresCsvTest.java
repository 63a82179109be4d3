package org.dalil.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresCsvTest {

    @Test
    void a_cell_is_quoted() {
        assertEquals("\"Both tests\"", FiguresCsv.cell("Both tests"));
        assertEquals("\" say \"\"no\"\"\"", FiguresCsv.cell(" say \"no\""));
    }

    @Test
    void a_number_stays_one() {
        assertEquals("\"-3.0\"", FiguresCsv.cell("-3.0"));
        assertEquals("\"12.5\"", FiguresCsv.cell("12.5"));
    }

    @Test
    void a_formula_is_none() {
        for (String formula : new String[] {"=1+1", "+1", "-3+cmd", "@SUM(A1)", "\t=1", "-", "=a\n=b"}) {
            assertEquals("\"'" + formula + "\"", FiguresCsv.cell(formula));
        }
    }
}
