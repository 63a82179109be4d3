package org.dalil.platform.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CrockfordTest {

    private static String folded(String typed) {
        return typed.chars().mapToObj(c -> String.valueOf(Crockford.fold((char) c))).collect(Collectors.joining());
    }

    @Test
    void letters_that_are_taken_for_others_and_digits_of_any_script_are_understood() {
        assertEquals("011V", folded("OILU"));
        assertEquals("0123", folded("\u0660\u0661\u06F2\u06F3"));
    }

    @Test
    void all_that_is_in_the_alphabet_and_all_that_is_nowhere_near_stays() {
        assertEquals(Crockford.ALPHABET, folded(Crockford.ALPHABET));
        assertEquals("-\u0626 ", folded("-\u0626 "));
    }
}
