package org.dalil.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CardCodeTest {

    private final Random random = new Random(17);

    private CardCode next() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return CardCode.of(bytes);
    }

    @Test
    void a_code_is_eleven_characters_that_nobody_mistakes() {
        for (int i = 0; i < 1000; i++) {
            assertTrue(next().value().matches("[0-9A-HJKMNP-TV-Z]{11}"));
        }
    }

    @Test
    void what_is_printed_can_be_typed() {
        for (int i = 0; i < 1000; i++) {
            CardCode code = next();
            assertEquals(Optional.of(code), CardCode.typed(code.printed()));
            assertEquals(Optional.of(code), CardCode.typed(code.value().toLowerCase()));
            assertEquals(Optional.of(code), CardCode.typed(" " + code.value().substring(0, 5) + "-" + code.value().substring(5) + "\u200f"));
        }
    }

    @Test
    void digits_of_every_keyboard_are_taken() {
        CardCode code = CardCode.of(new byte[8]);
        assertEquals("00000000000", code.value());
        assertEquals(Optional.of(code), CardCode.typed("٠٠٠٠٠٠٠٠٠٠٠"));
        assertEquals(Optional.of(code), CardCode.typed("۰۰۰۰ ۰۰۰۰ ۰۰۰"));
        assertEquals(Optional.of(code), CardCode.typed("OOOOOOOOOOO"));
    }

    @Test
    void every_wrong_character_is_found() {
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (int i = 0; i < 50; i++) {
            String code = next().value();
            for (int place = 0; place < code.length(); place++) {
                for (char c : alphabet.toCharArray()) {
                    if (c != code.charAt(place)) {
                        String slip = code.substring(0, place) + c + code.substring(place + 1);
                        assertTrue(CardCode.typed(slip).isEmpty(), code + " and " + slip);
                    }
                }
            }
        }
    }

    @Test
    void every_swap_of_two_characters_is_found() {
        for (int i = 0; i < 200; i++) {
            String code = next().value();
            for (int a = 0; a < 10; a++) {
                for (int b = a + 1; b < 10; b++) {
                    if (code.charAt(a) != code.charAt(b)) {
                        StringBuilder swapped = new StringBuilder(code);
                        swapped.setCharAt(a, code.charAt(b));
                        swapped.setCharAt(b, code.charAt(a));
                        assertTrue(CardCode.typed(swapped.toString()).isEmpty(), code + " and " + swapped);
                    }
                }
            }
        }
    }

    @Test
    void all_fifty_bits_are_used() {
        Set<String> codes = new HashSet<>();
        for (int bit = 0; bit < 50; bit++) {
            byte[] bytes = java.nio.ByteBuffer.allocate(8).putLong(1L << (63 - bit)).array();
            codes.add(CardCode.of(bytes).value());
        }
        assertEquals(50, codes.size());
    }

    @Test
    void nonsense_is_no_code_and_a_code_is_not_in_a_log() {
        for (String nonsense : new String[] {null, "", "1", "0".repeat(12), "0".repeat(10), "#{7*7}", "<svg onload>", "A".repeat(5000), "٠".repeat(10) + "!"}) {
            assertTrue(CardCode.typed(nonsense).isEmpty(), String.valueOf(nonsense));
        }
        CardCode code = next();
        assertFalse(code.toString().contains(code.value()));
    }
}
