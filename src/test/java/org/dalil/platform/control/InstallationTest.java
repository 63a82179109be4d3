package org.dalil.platform.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dalil.platform.entity.CannotStart;
import org.junit.jupiter.api.Test;

/** The address that people type, which says where the site is and whether they come over TLS. */
class InstallationTest {

    private static Installation with(Map<String, String> settings) {
        return new Installation() {
            @Override
            String raw(String name) {
                return settings.get(name);
            }
        };
    }

    private static Installation site(String site) {
        return with(Map.of("DALIL_SITE", site, "DALIL_BEHIND_PROXY", "true"));
    }

    @Test
    void the_address_is_the_settings_without_a_slash() {
        assertEquals("https://learn.example.org", site("https://learn.example.org/").site());
        assertEquals("http://192.168.1.4:8080", site("http://192.168.1.4:8080").site());
        assertEquals("https://[2001:db8::1]:8443", site("https://[2001:db8::1]:8443").site());
        assertEquals("http://127.0.0.1:8080", with(Map.of()).site());
    }

    @Test
    void what_is_no_address_is_refused_with_a_sentence() {
        for (String nonsense : List.of("learn.example.org", "ftp://learn.example.org", "https://", "https://learn.example.org/dalil",
                "https://a b", "https://x'y", "https://user@learn.example.org", "https://learn.example.org:")) {
            assertTrue(assertThrows(CannotStart.class, () -> site(nonsense).site(), nonsense).getMessage().contains("DALIL_SITE must be"));
        }
    }

    @Test
    void behind_a_proxy_an_address_must_be_named() {
        CannotStart refused = assertThrows(CannotStart.class, () -> with(Map.of("DALIL_BEHIND_PROXY", "true")).site());
        assertTrue(refused.getMessage().contains("set DALIL_SITE"), refused.getMessage());
        assertFalse(with(Map.of("DALIL_BEHIND_PROXY", "yes")).isBehindProxy(), "only by the word true");
    }

    @Test
    void spaces_around_what_the_servers_filters_read_are_refused() {
        for (String spaced : List.of(" https://learn.example.org", "https://learn.example.org ", "https://learn.example.org\n")) {
            assertTrue(assertThrows(CannotStart.class, () -> site(spaced).site(), spaced).getMessage().startsWith("DALIL_SITE must have no spaces"));
        }
        Installation proxy = with(Map.of("DALIL_SITE", "https://learn.example.org", "DALIL_BEHIND_PROXY", "true "));
        assertTrue(assertThrows(CannotStart.class, proxy::site).getMessage().startsWith("DALIL_BEHIND_PROXY must have no spaces"));
        assertEquals("http://127.0.0.1:8080", with(Map.of("DALIL_SITE", "", "DALIL_BEHIND_PROXY", "")).site());
    }

    @Test
    void the_address_says_whether_people_come_over_tls() {
        assertTrue(site("https://learn.example.org").isSecure());
        assertFalse(site("http://learn.example.org").isSecure());
        assertFalse(with(Map.of()).isSecure());
    }

    @Test
    void a_number_that_is_none_or_out_of_range_is_refused_with_what_it_must_be() {
        for (String nonsense : List.of("0", "-1", "1001", "many", "1e2", "99999999999")) {
            CannotStart refused = assertThrows(CannotStart.class,
                    () -> with(Map.of("DALIL_NEW_CARDS", nonsense)).number("DALIL_NEW_CARDS", 600, 1000, "a number of cards"), nonsense);
            assertEquals("DALIL_NEW_CARDS must be a number of cards between 1 and 1000, but is \"" + nonsense + "\".", refused.getMessage());
        }
        assertEquals(600, with(Map.of()).number("DALIL_NEW_CARDS", 600, 1000, "a number of cards"));
        assertEquals(1000, with(Map.of("DALIL_NEW_CARDS", "1000")).number("DALIL_NEW_CARDS", 600, 1000, "a number of cards"));
        assertEquals("DALIL_PORT must be a port between 1 and 65535, but is \"70000\".",
                assertThrows(CannotStart.class, () -> with(Map.of("DALIL_PORT", "70000")).port()).getMessage());
    }
}
