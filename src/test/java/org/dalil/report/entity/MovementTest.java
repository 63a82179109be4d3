package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementTest {

    private static Turnout turnout(int noTest, int paired) {
        return new Turnout(noTest, 0, 0, 0, paired, 0);
    }

    /** From so many without a test and so many pairs to so many. */
    @ParameterizedTest
    @CsvSource({
        // few people make the difference
        "0, 20, 0, 20, 0, 0, false", "0, 20, 0, 21, 1, 1, false", "0, 20, 0, 29, 9, 9, false", "0, 20, 0, 30, 10, 10, true",
        // one new pair among many readers waits
        "30, 20, 60, 21, 31, 1, false", "30, 20, 60, 20, 30, 0, true",
        // an erased card counts like a new one
        "0, 20, 0, 20, 10, 1, false", "20, 20, 40, 19, 20, 0, false", "20, 20, 40, 10, 20, 0, true",
        // what comes late with an earlier date counts
        "20, 20, 20, 50, 0, 0, true", "20, 20, 20, 25, 0, 0, false",
        // figures that nobody saw hold nothing back
        "0, 8, 0, 11, 3, 3, true", "10, 9, 11, 19, 11, 10, true"})
    void so_many_must_have_moved(int noTest, int paired, int noTestNow, int pairedNow, int people, int pairs, boolean enough) {
        assertEquals(enough, new Movement(people, pairs).isEnough(turnout(noTest, paired), turnout(noTestNow, pairedNow), SmallestGroup.TEN));
    }
}
