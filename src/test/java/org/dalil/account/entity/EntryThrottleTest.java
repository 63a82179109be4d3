package org.dalil.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EntryThrottleTest {

    private final EntryThrottle throttle = new EntryThrottle();
    private final Instant now = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void many_addresses_of_one_household_are_one() {
        for (int i = 0; i < EntryThrottle.MOST; i++) {
            String address = "2001:db8:1:2::" + Integer.toHexString(i + 1);
            assertTrue(throttle.mayTry(address, now));
            throttle.failed(address, now);
        }
        assertFalse(throttle.mayTry("2001:db8:1:2:ffff:1:2:3", now));
        assertTrue(throttle.mayTry("2001:db8:1:3::1", now), "the neighbours go on");
        assertEquals(1, throttle.size());
    }

    @Test
    void an_address_written_as_the_newer_kind_is_still_itself() {
        for (int i = 0; i < EntryThrottle.MOST; i++) {
            throttle.failed(i % 2 == 0 ? "192.0.2.1" : "::ffff:192.0.2.1", now);
        }
        assertFalse(throttle.mayTry("192.0.2.1", now));
    }

    @Test
    void a_million_addresses_do_not_fill_the_memory_or_open_one_that_goes_on_guessing() {
        for (int i = 0; i < EntryThrottle.MOST; i++) {
            throttle.failed("192.0.2.1", now);
        }
        for (int i = 0; i < 1_000_000; i++) {
            throttle.failed("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), now);
            if (i % 1000 == 0) {
                assertFalse(throttle.mayTry("192.0.2.1", now));
            }
        }
        assertEquals(NetworkMemory.MOST, throttle.size());
    }
}
