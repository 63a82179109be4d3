package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BeforeAfterTest {

    static List<Reference.Row> tables() {
        return Reference.rows("before-after.csv");
    }

    private static BeforeAfter table(Reference.Row row) {
        return new BeforeAfter(row.count("kept"), row.count("gained"), row.count("lost"), row.count("never"));
    }

    private static BeforeAfter drawn(Random random) {
        int most = 1 + random.nextInt(40);
        BeforeAfter table = new BeforeAfter(random.nextInt(most), random.nextInt(most), random.nextInt(most), random.nextInt(most));
        return table.people() == 0 ? drawn(random) : table;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void mcnemar_is_that_of_r(Reference.Row row) {
        McNemar test = McNemar.of(table(row));
        row.agrees("p", test.p());
        assertEquals(row.text("exact").equals("TRUE"), test.method() == McNemar.Method.EXACT);
    }

    @Test
    void a_tiny_p_keeps_its_digits() {
        Reference.Row row = tables().stream().filter(r -> r.count("gained") == 300).findFirst().orElseThrow();
        assertEquals(1, McNemar.of(table(row)).p() / row.number("p"), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void the_interval_of_the_change_is_newcombes(Reference.Row row) {
        Interval interval = Interval.ofChange(table(row));
        row.agrees("lower", interval.lower() / 100);
        row.agrees("upper", interval.upper() / 100);
    }

    /** Fagerland, Lydersen and Laake (2017), chapter 8, as their package contingencytables gives it: Cavo and others (2012). */
    @ParameterizedTest
    @CsvSource({"59, 6, 16, 80, -11.86, -0.46"})
    void the_published_interval_of_pairs(int kept, int gained, int lost, int never, double lower, double upper) {
        Interval interval = Interval.ofChange(new BeforeAfter(kept, gained, lost, never));
        assertEquals(lower, interval.lower(), 0.005);
        assertEquals(upper, interval.upper(), 0.005);
    }

    @ParameterizedTest
    @MethodSource("shares")
    void wilsons_interval_is_that_of_r(Reference.Row row) {
        Interval interval = Interval.wilson(row.count("some"), row.count("all"));
        row.agrees("lower", interval.lower() / 100);
        row.agrees("upper", interval.upper() / 100);
    }

    static List<Reference.Row> shares() {
        return Reference.rows("wilson.csv");
    }

    @Test
    void the_cautious_interval_holds_that_of_every_table_with_the_same_margins() {
        Random random = new Random(21);
        for (int i = 0; i < 2_000; i++) {
            BeforeAfter table = drawn(random);
            Interval cautious = Interval.ofChange(table.leastAlike());
            Interval own = Interval.ofChange(table);
            assertEquals(table.before(), table.leastAlike().before());
            assertEquals(table.after(), table.leastAlike().after());
            assertEquals(table.people(), table.leastAlike().people());
            assertTrue(cautious.lower() <= own.lower() + 1e-9 && cautious.upper() >= own.upper() - 1e-9, table + "");
            assertTrue(own.lower() >= -100 - 1e-9 && own.upper() <= 100 + 1e-9, "a change of at most everybody");
        }
    }

    @Test
    void the_test_and_the_interval_turn_with_time() {
        Random random = new Random(22);
        for (int i = 0; i < 2_000; i++) {
            BeforeAfter table = drawn(random);
            BeforeAfter turned = new BeforeAfter(table.kept(), table.lost(), table.gained(), table.never());
            assertEquals(McNemar.of(table).p(), McNemar.of(turned).p(), 1e-12);
            assertEquals(Interval.ofChange(table).lower(), -Interval.ofChange(turned).upper(), 1e-9);
            assertTrue(McNemar.of(table).p() <= 1 && McNemar.of(table).p() > 0);
        }
    }
}
