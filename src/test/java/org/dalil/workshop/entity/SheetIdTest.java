package org.dalil.workshop.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.Language;
import org.junit.jupiter.api.Test;

class SheetIdTest {

    private static final SheetSeal SEAL = seal("a key for tests of 32 characters");

    private static SheetSeal seal(String key) {
        return new SheetSeal(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    private static SheetId id(int workshop, int card, Form form, Occasion occasion, int page, String language, int layout) {
        return new SheetId(workshop, card, form, occasion, page, new Language(language), layout);
    }

    private static void refuses(SheetProblem problem, String code) {
        assertEquals(problem, assertThrows(SheetRefused.class, () -> SheetId.parse(code, SEAL)).problem(), code);
    }

    @Test
    void what_is_printed_is_read() {
        for (SheetId id : new SheetId[] {id(417, 17, Form.A, Occasion.PRE, 1, "ckb", 0x5b9027),
            id(1, 1, Form.B, Occasion.POST, 255, "en", 0), id(Integer.MAX_VALUE, 65_535, Form.A, Occasion.POST, 4, "kmr-Arab", 0xFFFFFF)}) {
            assertEquals(id, SheetId.parse(id.code(SEAL), SEAL));
        }
    }

    @Test
    void the_code_fits_a_square_code_of_version_2() {
        String code = id(Integer.MAX_VALUE, 65_535, Form.B, Occasion.POST, 9, "kmr", 0xFFFFFF).code(SEAL);
        assertTrue(code.length() <= 38, code);
        assertTrue(code.matches("[0-9A-Z:]+"), "more than the 45 characters of the dense alphabet: " + code);
    }

    @Test
    void every_changed_character_is_found() {
        String code = id(417, 17, Form.A, Occasion.PRE, 1, "ar", 99).code(SEAL);
        for (int at = 3; at < code.length(); at++) {
            for (char other : new char[] {'0', '1', 'Z'}) {
                if (code.charAt(at) != other) {
                    refuses(SheetProblem.SEAL, code.substring(0, at) + other + code.substring(at + 1));
                }
            }
        }
    }

    @Test
    void another_installations_seal_is_refused() {
        refuses(SheetProblem.SEAL, id(417, 17, Form.A, Occasion.PRE, 1, "ar", 99).code(seal("another key that is not this one")));
    }

    @Test
    void what_is_no_sheets_code_is_refused_as_such() {
        refuses(SheetProblem.OTHER_CODE, "https://example.org/ar/card#0123456789A");
        refuses(SheetProblem.OTHER_CODE, "D1:SHORT");
        refuses(SheetProblem.OTHER_CODE, "D1:0123456789012345678901234567 90");
        refuses(SheetProblem.OTHER_CODE, "");
        refuses(SheetProblem.OTHER_CODE, null);
    }

    @Test
    void the_line_says_whose_it_is_and_its_check_is_the_pages_own() {
        SheetId id = id(417, 17, Form.A, Occasion.PRE, 1, "ckb", 99);
        assertTrue(id.line(SEAL).startsWith("W417-17-A-before-ckb-1  "), id.line(SEAL));
        assertTrue(id.line(SEAL).endsWith(id.check(SEAL)));
        assertEquals(6, id.check(SEAL).length());
        assertNotEquals(id.check(SEAL), id.onPage(2).check(SEAL));
        assertNotEquals(id.check(SEAL), id(417, 18, Form.A, Occasion.PRE, 1, "ckb", 99).check(SEAL));
    }

    @Test
    void what_can_not_be_a_sheet_has_no_id() {
        assertThrows(IllegalArgumentException.class, () -> id(0, 17, Form.A, Occasion.PRE, 1, "ar", 1));
        assertThrows(IllegalArgumentException.class, () -> id(1, 65_536, Form.A, Occasion.PRE, 1, "ar", 1));
        assertThrows(IllegalArgumentException.class, () -> id(1, 1, Form.ANCHOR, Occasion.PRE, 1, "ar", 1));
        assertThrows(IllegalArgumentException.class, () -> id(1, 1, Form.A, Occasion.PRE, 1, "ku", 1));
    }

    @Test
    void a_log_shows_no_answers() {
        ItemReading reading = new ItemReading("keys-1", java.util.Optional.of(new org.dalil.assessment.entity.Response("c", false)),
                java.util.Optional.empty(), java.util.List.of(), new byte[0]);
        assertFalse(reading.toString().contains("Response"), reading.toString());
        assertFalse(new SheetScan(1, java.util.Optional.empty(), java.util.Optional.empty(), java.util.List.of(reading), new byte[0])
                .toString().contains("keys"));
    }
}
