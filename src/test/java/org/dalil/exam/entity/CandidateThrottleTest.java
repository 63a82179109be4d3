package org.dalil.exam.entity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CandidateThrottleTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final String ROOM = "192.0.2.1";
    private static final Optional<UUID> STRANGE = Optional.empty();

    private final CandidateThrottle throttle = new CandidateThrottle();

    private void wrong(int times, String address, Optional<UUID> browser) {
        for (int i = 0; i < times; i++) {
            throttle.failed(1001, address, browser, NOW);
        }
    }

    @Test
    void a_neighbour_closes_a_number_for_where_the_neighbour_is_and_only_for_seconds_at_first() {
        wrong(9, ROOM, STRANGE);
        assertFalse(throttle.isClosed(1001, ROOM, STRANGE, NOW));
        wrong(1, ROOM, STRANGE);
        assertTrue(throttle.isClosed(1001, ROOM, STRANGE, NOW));
        assertFalse(throttle.isClosed(1002, ROOM, STRANGE, NOW), "another number in the same room");
        assertFalse(throttle.isClosed(1001, "198.51.100.7", STRANGE, NOW), "the same number from elsewhere");
        assertFalse(throttle.isClosed(1001, ROOM, Optional.of(UUID.randomUUID()), NOW), "a browser that was the candidate's before");
        assertFalse(throttle.isClosed(1001, ROOM, STRANGE, NOW.plusSeconds(16)));
        wrong(20, ROOM, STRANGE);
        assertTrue(throttle.isClosed(1001, ROOM, STRANGE, NOW.plusSeconds(119)), "who goes on waits longer");
        assertFalse(throttle.isClosed(1001, ROOM, STRANGE, NOW.plusSeconds(121)), "never for good");
    }

    @Test
    void guesses_from_many_places_slow_a_number_down_everywhere_but_not_on_the_candidates_own_browser() {
        for (int place = 0; place < CandidateThrottle.MOST; place++) {
            assertFalse(throttle.isClosed(1001, "198.51.100.200", STRANGE, NOW), place + " guesses");
            throttle.failed(1001, "203.0.113." + place, STRANGE, NOW);
        }
        assertTrue(throttle.isClosed(1001, "198.51.100.200", STRANGE, NOW));
        assertFalse(throttle.isClosed(1001, "198.51.100.200", Optional.of(UUID.randomUUID()), NOW));
        assertFalse(throttle.isClosed(1001, "198.51.100.200", STRANGE, NOW.plus(Duration.ofMinutes(16))));
    }

    @Test
    void a_known_browser_is_counted_too_so_that_a_stolen_one_guesses_no_more_than_others() {
        Optional<UUID> browser = Optional.of(UUID.randomUUID());
        wrong(10, ROOM, browser);
        assertTrue(throttle.isClosed(1001, ROOM, browser, NOW));
        assertFalse(throttle.isClosed(1001, ROOM, STRANGE, NOW));
    }

    @Test
    void an_address_of_the_new_kind_counts_by_its_network_and_a_row_of_numbers_stops_there() {
        for (int number = 1; number <= 120; number++) {
            throttle.failed(number, "2001:db8::" + Integer.toHexString(number), STRANGE, NOW);
        }
        assertTrue(throttle.isClosed(5000, "2001:db8::ffff", STRANGE, NOW), "one password against many numbers");
        assertFalse(throttle.isClosed(5000, "2001:db9::1", STRANGE, NOW));
        assertTrue(throttle.mayTry("2001:db8::1", NOW.plus(Duration.ofMinutes(11))));
    }
}
