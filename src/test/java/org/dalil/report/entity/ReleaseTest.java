package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTest {

    private static final Instant THEN = Instant.parse("2026-11-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private static CourseFigures figures(int noTest, int paired) {
        return new CourseFigures(new UUID(1, 2), new Turnout(noTest, 0, 0, 0, paired, 0),
                paired == 0 ? Optional.empty() : Optional.of(new PairFigures(paired, 40, 60, 20, 9, paired / 3, paired / 2)));
    }

    private static Release next(CourseFigures before, CourseFigures now, int people, int pairs) {
        return Release.next(Optional.of(new Release(4, THEN, before)), now, new Release.Movement(people, pairs), SmallestGroup.TEN, NOW);
    }

    @Test
    void the_first_figures_are_published_as_they_are() {
        Release first = Release.next(Optional.empty(), figures(0, 12), new Release.Movement(0, 0), SmallestGroup.TEN, NOW);
        assertEquals(1, first.number());
        assertEquals(NOW, first.takenAt());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 20", "1, 1, 21", "9, 9, 29"})
    void earlier_figures_stand_while_few_people_make_the_difference(int people, int pairs, int paired) {
        assertEquals(4, next(figures(0, 20), figures(0, paired), people, pairs).number());
    }

    @Test
    void ten_people_make_new_figures() {
        Release next = next(figures(0, 20), figures(0, 30), 10, 10);
        assertEquals(5, next.number());
        assertEquals(30, next.figures().turnout().paired());
    }

    @Test
    void one_new_pair_among_many_readers_waits() {
        assertEquals(4, next(figures(30, 20), figures(60, 21), 31, 1).number());
        assertEquals(5, next(figures(30, 20), figures(60, 20), 30, 0).number());
    }

    @Test
    void an_erased_card_counts_like_a_new_one() {
        assertEquals(4, next(figures(0, 20), figures(0, 20), 10, 1).number(), "one came, one went");
        assertEquals(4, next(figures(20, 20), figures(40, 19), 20, 0).number(), "one went");
        assertEquals(5, next(figures(20, 20), figures(40, 10), 20, 0).number(), "ten went");
    }

    @Test
    void what_comes_late_with_an_earlier_date_counts() {
        assertEquals(5, next(figures(20, 20), figures(20, 50), 0, 0).number());
        assertEquals(4, next(figures(20, 20), figures(20, 25), 0, 0).number());
    }

    @Test
    void figures_that_nobody_saw_hold_nothing_back() {
        assertEquals(5, next(figures(0, 8), figures(0, 11), 3, 3).number());
        assertEquals(5, next(figures(10, 9), figures(11, 19), 11, 10).number());
        assertFalse(new Release(1, NOW, figures(0, 9)).shows(SmallestGroup.TEN));
    }
}
