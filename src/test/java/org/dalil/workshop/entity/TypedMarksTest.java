package org.dalil.workshop.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Quiz.Kind;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetLayout.Box;
import org.dalil.workshop.entity.SheetLayout.Bubble;
import org.dalil.workshop.entity.SheetLayout.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedMarksTest {

    private static final TypedMarks ARABIC = new TypedMarks("أ ب ج د هـ و ز ح");
    private static final Block ONE = block(Kind.SINGLE, List.of(""), "w", "x", "y", "z", "v");
    private static final Block MANY = block(Kind.MULTIPLE, List.of(""), "w", "x", "y", "z");
    private static final Block ORDER = block(Kind.ORDER, List.of("w", "x", "y"), "1", "2", "3");
    private static final Block MATCH = block(Kind.MATCH, List.of("w", "x"), "m", "n");

    private static Block block(Kind kind, List<String> rows, String... values) {
        List<Bubble> bubbles = Stream.of(values).map(v -> new Bubble(v, 0, 0)).toList();
        return new Block("item", kind, new Box(0, 0, 1, 1), rows.stream().map(r -> new Row(r, bubbles)).toList(), List.of());
    }

    private static String read(Block block, String typed) {
        return ARABIC.read(block, typed).orElseThrow().value();
    }

    @ParameterizedTest
    @CsvSource({"2,x", "٢,x", "۲,x", "b,x", "B,x", "ب,x", "أ,w", "ا,w", "ه,v", "هـ,v", " 3 ,y"})
    void a_place_is_a_digit_or_a_letter_of_any_script(String typed, String value) {
        assertEquals(value, read(ONE, typed));
    }

    @Test
    void several_marks_are_one_answer_in_whatever_order_they_are_typed() {
        assertEquals("w,y", read(MANY, "31"));
        assertEquals("w,y", read(MANY, "١، ٣"));
    }

    @Test
    void lines_have_their_marks_from_the_top() {
        assertEquals("y,w,x", read(ORDER, "231"));
        assertEquals("w:n,x:n", read(MATCH, "بب"));
    }

    @Test
    void nothing_typed_is_no_answer_and_a_dash_is_an_empty_one() {
        assertEquals(Optional.empty(), ARABIC.read(ONE, "  "));
        for (String none : List.of("-", "–", "0", "٠")) {
            assertEquals(Optional.of(Response.SKIPPED), ARABIC.read(ORDER, none));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "6", "q", "#", "0x"})
    void what_no_bubble_stands_for_is_refused(String typed) {
        assertThrows(Refused.class, () -> ARABIC.read(ONE, typed));
    }

    @Test
    void a_place_twice_and_a_line_too_few_are_refused() {
        assertThrows(Refused.class, () -> ARABIC.read(ORDER, "112"));
        assertThrows(Refused.class, () -> ARABIC.read(ORDER, "12"));
        assertThrows(Refused.class, () -> ARABIC.read(MANY, "11"));
    }

    @Test
    void what_is_written_can_be_typed() {
        for (Block block : List.of(ONE, MANY, ORDER, MATCH)) {
            for (String typed : List.of("2", "13", "312", "21", "–")) {
                try {
                    Response response = ARABIC.read(block, typed).orElseThrow();
                    assertEquals(Optional.of(response), ARABIC.read(block, ARABIC.write(block, response)));
                } catch (Refused notHere) {
                    // a typing for another kind
                }
            }
        }
        assertEquals("بأ", ARABIC.write(MATCH, new Response("w:n,x:m", false)));
    }
}
