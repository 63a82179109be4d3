package org.dalil.workshop.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.dalil.account.entity.CardCode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class JoinCodeTest {

    @Test
    void look_alikes_and_other_digits_are_understood() {
        assertEquals(Optional.of(new JoinCode("01V47K")), JoinCode.typed(" oI-u 4٧k "));
        assertEquals(Optional.of(new JoinCode("123456")), JoinCode.typed("۱۲۳ ٤۵۶"));
    }

    @Test
    void anything_else_is_no_code() {
        for (String text : new String[] {null, "", "12345", "1234567", "12345*", "#{7*7}", "١٢٣٤٥ش", "1".repeat(61)}) {
            assertFalse(JoinCode.typed(text).isPresent(), text);
        }
    }

    @RepeatedTest(20)
    void what_is_printed_can_be_typed_and_is_never_taken_for_a_cards_code() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        JoinCode code = JoinCode.of(random);
        assertEquals(Optional.of(code), JoinCode.typed(code.printed()));
        assertTrue(CardCode.typed(code.printed()).isEmpty());
    }
}
