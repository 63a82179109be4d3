package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {

    private static final SmallestGroup TEN = SmallestGroup.TEN;

    /** Parties by number, each with as many people as its number. */
    private static Scope scope(int... parties) {
        return new Scope(Arrays.stream(parties).boxed().collect(Collectors.toMap(p -> new UUID(2, p), p -> p)));
    }

    private static boolean admits(Scope next, Scope... earlier) {
        return new Ledger(List.of(earlier)).admits(next, TEN);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "9, false", "10, true", "40, true"})
    void one_to_nine_more_people_are_refused(int more, boolean admitted) {
        assertEquals(admitted, admits(scope(30, more), scope(30)));
        assertEquals(admitted, admits(scope(30), scope(30, more)));
    }

    @Test
    void the_same_people_and_other_people_are_no_difference() {
        assertTrue(admits(scope(30), scope(30)));
        assertTrue(admits(scope(30), scope(31)));
        assertFalse(admits(scope(9)));
        assertFalse(admits(scope(20, 8), scope(20, 12)), "eight come, twelve go");
    }

    @Test
    void what_parts_leave_of_a_whole_is_a_difference_too() {
        assertTrue(admits(scope(11), scope(11, 12, 7)));
        assertFalse(admits(scope(12), scope(11, 12, 7), scope(11)), "seven are left");
        assertFalse(admits(scope(11, 12, 7), scope(11), scope(12)));
        assertTrue(admits(scope(11, 12, 13), scope(11), scope(12)));
    }

    @Test
    void batches_and_their_sums_are_always_admitted() {
        Random random = new Random(81);
        for (int i = 0; i < 300; i++) {
            List<Scope> batches = IntStream.range(0, 6).mapToObj(b -> new Scope(Map.of(new UUID(b, 1), 3 + random.nextInt(9), new UUID(b, 2), 7)))
                    .toList();
            Ledger ledger = new Ledger(List.of());
            for (int shown = 0; shown < 12; shown++) {
                Scope next = Scope.of(batches.stream().filter(b -> random.nextBoolean()).toList());
                if (next.people() > 0) {
                    assertTrue(ledger.admits(next, TEN));
                    ledger = ledger.with(next);
                }
            }
        }
    }

    @Test
    void a_larger_group_refuses_more() {
        assertTrue(new Ledger(List.of(scope(30))).admits(scope(30, 12), TEN));
        assertFalse(new Ledger(List.of(scope(30))).admits(scope(30, 12), new SmallestGroup(15)));
    }
}
