package org.dalil.account.entity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final Throttle throttle = new Throttle();
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("hana", now);
        }
    }

    private boolean closedAfter(Duration pause) {
        return throttle.isClosed("hana", now.plus(pause));
    }

    @Test
    void nine_failures_close_nothing() {
        fail(9);
        assertFalse(throttle.isClosed("hana", now));
    }

    @Test
    void the_tenth_closes_for_a_minute_and_nobody_else() {
        fail(10);
        assertTrue(closedAfter(Duration.ofSeconds(59)));
        assertFalse(closedAfter(Duration.ofSeconds(60)));
        assertFalse(throttle.isClosed("dilan", now));
    }

    @Test
    void each_further_failure_doubles_the_pause_up_to_fifteen_minutes() {
        fail(10);
        for (int minutes : new int[] {2, 4, 8, 15, 15, 15}) {
            now = now.plus(Duration.ofMinutes(15));
            fail(1);
            assertTrue(closedAfter(Duration.ofMinutes(minutes).minusSeconds(1)), minutes + " minutes");
            assertFalse(closedAfter(Duration.ofMinutes(minutes)), minutes + " minutes");
        }
    }

    @Test
    void a_thousand_failures_are_no_permanent_lock() {
        fail(1000);
        assertFalse(closedAfter(Duration.ofMinutes(15)));
    }

    @Test
    void success_and_an_hour_of_quiet_forget() {
        fail(9);
        throttle.succeeded("hana");
        fail(9);
        assertFalse(throttle.isClosed("hana", now));
        now = now.plus(Duration.ofMinutes(61));
        fail(9);
        assertFalse(throttle.isClosed("hana", now));
    }

    @Test
    void a_flood_of_names_does_not_fill_the_memory_or_open_a_watched_one() {
        fail(10);
        for (int i = 0; i < 100_000; i++) {
            throttle.failed("name" + i, now);
            throttle.isClosed("hana", now);
        }
        assertTrue(throttle.isClosed("hana", now));
        assertFalse(throttle.isClosed("name1", now));
    }

    /** A laptop whose clock was a day ahead and is put right. */
    @Test
    void a_clock_that_is_put_back_keeps_nobody_waiting() {
        fail(12);
        assertTrue(throttle.isClosed("hana", now.minusSeconds(30)), "two requests at once are no other clock");
        assertFalse(throttle.isClosed("hana", now.minus(Duration.ofDays(1))));
        EntryThrottle codes = new EntryThrottle();
        for (int i = 0; i < EntryThrottle.MOST; i++) {
            codes.failed("192.0.2.1", now);
        }
        assertFalse(codes.mayTry("192.0.2.1", now.minusSeconds(30)));
        assertTrue(codes.mayTry("192.0.2.1", now.minus(Duration.ofDays(1))));
    }
}
