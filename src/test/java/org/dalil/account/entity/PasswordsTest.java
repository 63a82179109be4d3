package org.dalil.account.entity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final StaffName HANA = new StaffName("hana.karim");

    @ParameterizedTest
    @ValueSource(strings = {"three lamps on a roof", "سێ چرا لەسەر بانێک", "zwölf Monde im Glas", "            x1y2z3", "🐪🐫🦙🐑🐐🦌🐂🐃🐄🐎🐖🐏"})
    void a_long_one_of_any_script_is_fine(String password) {
        assertDoesNotThrow(() -> Passwords.check(password, HANA));
    }

    @ParameterizedTest
    @CsvSource({"elevenchars, short", "'', short", "hana.karim12, name", "HANA.KARIM2026, name", "password1234, common",
        "Password 1234, common", "Kurdistan1234, common", "ababababababab, common", "111111111111, common"})
    void what_others_would_try_first_is_refused_with_its_sentence(String password, String why) {
        assertEquals("account.password." + why, assertThrows(Refused.class, () -> Passwords.check(password, HANA)).key());
    }

    @Test
    void length_is_counted_in_characters_and_ends_at_128() {
        assertDoesNotThrow(() -> Passwords.check("abcd".repeat(32), HANA));
        assertEquals("account.password.long",
                assertThrows(Refused.class, () -> Passwords.check("abcd".repeat(32) + "e", HANA)).key());
        assertEquals("account.password.short", assertThrows(Refused.class, () -> Passwords.check(null, HANA)).key());
    }

    @Test
    void a_start_password_is_twenty_characters_without_look_alikes_and_passes_the_rules() {
        String start = Passwords.start();
        assertTrue(start.matches("[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}"), start);
        assertNotEquals(start, Passwords.start());
        Passwords.check(start, HANA);
    }

    @Test
    void the_same_letters_are_the_same_password_however_they_were_composed() {
        assertEquals(Passwords.normal("Zîn e\u0302"), Passwords.normal("Zi\u0302n ê"));
    }
}
