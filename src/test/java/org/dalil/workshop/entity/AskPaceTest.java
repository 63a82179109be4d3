package org.dalil.workshop.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AskPaceTest {

    private static final Instant NINE = Instant.parse("2026-11-30T09:00:00Z");

    private final AskPace pace = new AskPace();

    /** So many phones for so many seconds, each as it is told. @return the pace at the end */
    private int ask(int phones, Instant from, int seconds) {
        int now = AskPace.USUAL;
        double due = 0;
        for (int second = 0; second < seconds; second++) {
            for (due += (double) phones / now; due >= 1; due--) {
                now = pace.next(from.plusSeconds(second));
            }
        }
        return now;
    }

    @Test
    void as_many_as_forty_rooms_ask_every_ten_seconds() {
        assertEquals(AskPace.USUAL, ask(1000, NINE, 120));
    }

    @Test
    void more_ask_more_seldom_so_that_a_hundred_come_in_a_second() {
        int steady = ask(2000, NINE, 300);
        assertTrue(steady >= 19 && steady <= 21, "every " + steady + " seconds");
        assertEquals(AskPace.USUAL, ask(200, NINE.plusSeconds(300), 60), "and fewer again as before");
    }

    @Test
    void nobody_waits_longer_than_half_a_minute() {
        assertEquals(AskPace.LONGEST, ask(100_000, NINE, 60));
    }

    @Test
    void after_a_silence_or_with_a_clock_put_back_it_begins_anew() {
        ask(5000, NINE, 60);
        assertEquals(AskPace.USUAL, pace.next(NINE.plusSeconds(600)));
        ask(5000, NINE.plusSeconds(600), 60);
        assertEquals(AskPace.USUAL, pace.next(NINE));
    }
}
