package org.dalil.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewCardLimitTest {

    private final NewCardLimit limit = new NewCardLimit(NewCardLimit.USUAL);
    private final Instant now = Instant.parse("2026-11-20T08:00:00Z");

    private void fill(String address, Instant at) {
        for (int i = 0; i < NewCardLimit.USUAL; i++) {
            assertTrue(limit.allows(address, at), "card " + i);
            limit.made(address, at);
        }
    }

    @Test
    void a_training_centre_and_a_room_of_girls_behind_one_address_all_get_theirs() {
        assertTrue(NewCardLimit.USUAL >= 2 * (200 + 23), "twice: phones are handed on, and cards get lost");
        fill("192.0.2.1", now);
        assertFalse(limit.allows("192.0.2.1", now));
        assertTrue(limit.allows("192.0.2.2", now), "the neighbours get theirs");
    }

    @Test
    void an_hour_later_there_are_cards_again() {
        fill("192.0.2.1", now);
        assertFalse(limit.allows("192.0.2.1", now.plus(NewCardLimit.WINDOW).minusSeconds(1)));
        assertTrue(limit.allows("192.0.2.1", now.plus(NewCardLimit.WINDOW)));
        fill("192.0.2.1", now.plus(NewCardLimit.WINDOW));
        assertFalse(limit.allows("192.0.2.1", now.plus(NewCardLimit.WINDOW)));
    }

    @Test
    void a_clock_that_is_put_back_keeps_nobody_waiting() {
        fill("192.0.2.1", now);
        assertTrue(limit.allows("192.0.2.1", now.minusSeconds(3600)));
    }

    @Test
    void a_household_is_one_address_and_a_million_addresses_do_not_fill_the_memory() {
        for (int i = 0; i < NewCardLimit.USUAL; i++) {
            limit.made("2001:db8:1:2::" + Integer.toHexString(i + 1), now);
        }
        assertFalse(limit.allows("2001:db8:1:2:ffff:1:2:3", now));
        for (int i = 0; i < 100_000; i++) {
            limit.made("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), now);
        }
        assertEquals(NetworkMemory.MOST, limit.size());
    }
}
