package org.dalil.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static String behindProxy(String... lines) {
        return Caller.address("10.0.0.7", List.of(lines), true);
    }

    @Test
    void without_a_proxy_no_header_is_believed() {
        assertEquals("192.0.2.1", Caller.address("192.0.2.1", List.of("198.51.100.9"), false));
        assertEquals("192.0.2.1", Caller.address("192.0.2.1", List.of(), false));
    }

    @Test
    void a_forged_header_does_not_change_who_is_counted() {
        assertEquals("203.0.113.5", behindProxy("203.0.113.5"));
        assertEquals("203.0.113.5", behindProxy("198.51.100.9, 203.0.113.5"));
        assertEquals("203.0.113.5", behindProxy("a, b,,198.51.100.9 ,203.0.113.5 "));
        assertEquals("203.0.113.5", behindProxy("198.51.100.9", "203.0.113.5"), "a proxy that adds a line");
        assertEquals("2001:db8::5", behindProxy("198.51.100.9, 2001:db8::5"));
    }

    @Test
    void what_is_no_address_is_counted_as_one() {
        for (String nonsense : new String[] {"", ",", "203.0.113.5,", "dalil.example", "256.1.1.1", "1.2.3", "1.2.3.4.", "1.2.3.4.5", "fe:80",
            "::1%eth0", "[::1]:80", "203.0.113.5:80", "\u0661.2.3.4"}) {
            assertEquals(Caller.UNKNOWN, behindProxy(nonsense), nonsense);
        }
        assertEquals("10.0.0.7", behindProxy(), "asked by the proxy itself");
    }
}
