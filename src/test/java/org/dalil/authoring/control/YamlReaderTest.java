package org.dalil.authoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"t", "f", "y", "n", "yes", "no", "on", "off", "No", "012", "066106", "1e5", "0x1f", "1.5", "a", "2027-05-20",
        "12:30", "0193f0c2-5b1e-7c40-9a53-2f6d0c1e7a00", "1_000"})
    void ids_and_words_stay_text(String word) throws YamlReader.Unreadable {
        assertEquals("{\"" + word + "\":[\"" + word + "\"]}", YamlReader.read(word + ": [" + word + "]").toString());
    }

    @Test
    void numbers_truth_and_nothing_are_what_they_are() throws YamlReader.Unreadable {
        assertEquals("{\"a\":5,\"b\":true,\"c\":null,\"d\":\"5\"}", YamlReader.read("a: 5\nb: true\nc:\nd: \"5\"").toString());
    }

    @Test
    void a_bomb_of_aliases_is_refused_at_its_first_anchor() {
        YamlReader.Unreadable refused = assertThrows(YamlReader.Unreadable.class,
                () -> YamlReader.read("x: 1\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"));
        assertEquals(2, refused.line());
    }

    @Test
    void a_tag_that_would_make_an_object_is_refused() {
        assertThrows(YamlReader.Unreadable.class, () -> YamlReader.read("a: !!javax.script.ScriptEngineManager []"));
    }

    @Test
    void a_control_character_is_refused() {
        assertThrows(YamlReader.Unreadable.class, () -> YamlReader.read("a: \"x\u0000y\""));
    }
}
