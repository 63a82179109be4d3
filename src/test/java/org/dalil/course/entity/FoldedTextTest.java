package org.dalil.course.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({"كتاب, کتاب", "كوردي, کوردی", "على, علی", "ههموو, هەموو", "مدرسة, مدرسه", "خوێندنەوە\u200Cی, خوێندنەوەی",
            "كَتَبَ, كتب", "كتـــاب, كتاب", "أمان, امان", "Nîşan, nisan", "ÊVAR, evar", "٢٠٢٦, 2026", "۲۰۲۶, 2026", "'T  2', t 2"})
    void what_is_typed_alike_is_found(String one, String other) {
        assertEquals(FoldedText.of(one), FoldedText.of(other));
    }

    @Test
    void letters_that_differ_stay_apart() {
        assertNotEquals(FoldedText.of("گ"), FoldedText.of("ک"));
        assertNotEquals(FoldedText.of("ۆ"), FoldedText.of("و"));
    }
}
