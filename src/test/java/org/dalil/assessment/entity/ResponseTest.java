package org.dalil.assessment.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.Test;

/** Scores as measurement.md, section 5 defines them. */
class ResponseTest {

    private static Quiz.Item item(Quiz.Kind kind, List<String> choices, List<String> right, List<String> key) {
        return new Quiz.Item("i", kind, 1, "o", Form.A, choices, right, key, null, false);
    }

    private static final Quiz.Item SINGLE = item(Quiz.Kind.SINGLE, List.of("a", "b", "c", "d"), List.of(), List.of("c"));
    private static final Quiz.Item SPOT = item(Quiz.Kind.SPOT, List.of("a", "b", "c", "d", "e"), List.of(), List.of("b", "d", "e"));
    private static final Quiz.Item ORDER = item(Quiz.Kind.ORDER, List.of("a", "b", "c", "d"), List.of(), List.of("b", "d", "a", "c"));
    private static final Quiz.Item MATCH = item(Quiz.Kind.MATCH, List.of("l1", "l2", "l3"), List.of("r1", "r2", "r3"), List.of("r2", "r1", "r3"));

    private static double score(Quiz.Item item, String value) {
        return new Response(value, false).score(item);
    }

    @Test
    void single_is_right_or_not() {
        assertEquals(1, score(SINGLE, "c"));
        assertEquals(0, score(SINGLE, "a"));
    }

    @Test
    void spot_takes_wrong_marks_off_and_never_falls_below_zero() {
        assertEquals(1, score(SPOT, "b,d,e"), 1e-12);
        assertEquals(2 / 3.0, score(SPOT, "b,d"), 1e-12);
        assertEquals(1 / 3.0, score(SPOT, "a,b,d"), 1e-12);
        assertEquals(0, score(SPOT, "a,c"), 1e-12);
        assertEquals(1 / 3.0, score(SPOT, "a,b,c,d,e"), 1e-12);
    }

    @Test
    void order_counts_neighbouring_pairs() {
        assertEquals(1, score(ORDER, "b,d,a,c"), 1e-12);
        assertEquals(0, score(ORDER, "c,a,d,b"), 1e-12);
        assertEquals(2 / 3.0, score(ORDER, "d,b,a,c"), 1e-12);
    }

    @Test
    void match_counts_right_pairs() {
        assertEquals(1, score(MATCH, "l1:r2,l2:r1,l3:r3"), 1e-12);
        assertEquals(1 / 3.0, score(MATCH, "l1:r1,l2:r2,l3:r3"), 1e-12);
    }

    @Test
    void skipped_is_nothing() {
        assertEquals(0, Response.SKIPPED.score(SINGLE));
    }

    @Test
    void the_same_marks_are_the_same_answer_in_any_order() {
        Optional<Response> one = Response.of(SPOT, Map.of("a", new String[] {"e", "b"}));
        Optional<Response> other = Response.of(SPOT, Map.of("a", new String[] {"b", "e"}));
        assertEquals(one, other);
    }

    @Test
    void nothing_marked_is_no_response() {
        for (Quiz.Item item : List.of(SINGLE, SPOT, ORDER, MATCH)) {
            assertTrue(Response.of(item, Map.of()).isEmpty());
        }
    }

    @Test
    void impossible_answers_are_refused() {
        assertThrows(Refused.class, () -> Response.of(SINGLE, Map.of("a", new String[] {"z"})));
        assertThrows(Refused.class, () -> Response.of(SINGLE, Map.of("a", new String[] {"a", "b"})));
        assertThrows(Refused.class, () -> Response.of(SPOT, Map.of("a", new String[] {"b", "#{7*7}"})));
        assertThrows(Refused.class, () -> Response.of(ORDER, Map.of("p-a", new String[] {"1"}, "p-b", new String[] {"1"})));
        assertThrows(Refused.class, () -> Response.of(ORDER, Map.of("p-a", new String[] {"9"})));
        assertThrows(Refused.class, () -> Response.of(MATCH, Map.of("m-l1", new String[] {"r1"})));
        assertThrows(Refused.class, () -> Response.of(MATCH, Map.of("m-l1", new String[] {"<svg onload>"})));
    }

    @Test
    void marks_on_paper_are_written_as_a_phone_writes_them() {
        assertEquals("b,d", new Response("d,b", false).checked(SPOT).value());
        assertEquals("b,d,a,c", new Response("b,d,a,c", false).checked(ORDER).value());
        assertEquals("l1:r2,l2:r1,l3:r3", new Response("l3:r3,l1:r2,l2:r1", false).checked(MATCH).value());
        assertEquals(Response.SKIPPED, Response.SKIPPED.checked(MATCH));
    }

    @Test
    void marks_that_no_form_could_send_are_refused() {
        assertThrows(Refused.class, () -> new Response("z", false).checked(SINGLE));
        assertThrows(Refused.class, () -> new Response("a,b", false).checked(SINGLE));
        assertThrows(Refused.class, () -> new Response("", false).checked(SINGLE));
        assertThrows(Refused.class, () -> new Response("b,d,d,c", false).checked(ORDER));
        assertThrows(Refused.class, () -> new Response("b,d,a", false).checked(ORDER));
        assertThrows(Refused.class, () -> new Response("l1:r2,l1:r1,l3:r3", false).checked(MATCH));
        assertThrows(Refused.class, () -> new Response("l1:r2,l2", false).checked(MATCH));
    }
}
