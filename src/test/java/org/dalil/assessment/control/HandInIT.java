package org.dalil.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.dalil.assessment.entity.Marks;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Quiz;
import org.junit.jupiter.api.Test;

/** Handing in is one statement as long as what was read is all there is; otherwise it changes nothing, and the attempt is read anew, locked. */
class HandInIT {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final List<Quiz.Item> SCORED = Answering.COURSE.quiz().of(Form.A).stream().filter(Quiz.Item::scored).toList();
    private static final Quiz.Item FIRST = SCORED.get(0);

    private static boolean handIn(Sitting sitting, Instant now) {
        Sitting.Attempt read = sitting.open(Occasion.PRE).orElseThrow();
        long scored = SCORED.stream().filter(i -> read.responses().containsKey(i.id())).count();
        return Answering.DATABASE.resultOf(em -> Answering.store(em).submit(true, sitting, read,
                Marks.of(Answering.COURSE, Form.A, read.responses()), scored, now));
    }

    private static Object[] row(Answering learner) {
        return Answering.DATABASE.resultOf(em -> (Object[]) em.createNativeQuery("""
                SELECT answered, scored_items, score, TIMESTAMPDIFF(SECOND, started_at, submitted_at), closed_early FROM attempt WHERE card_id = ?1
                """).setParameter(1, learner.card().toString()).getSingleResult());
    }

    private static Response right(Quiz.Item item) {
        List<String> key = item.kind() != Quiz.Kind.MATCH ? item.key()
                : IntStream.range(0, item.key().size()).mapToObj(i -> item.choices().get(i) + ":" + item.key().get(i)).toList();
        return new Response(String.join(",", key), false);
    }

    private static double answer(Answering learner, Quiz.Item item, Response response) {
        double score = response.score(item);
        assertTrue(learner.save(learner.sitting(NOW).orElseThrow(), item.id(), response, score, NOW).isPresent());
        return score;
    }

    @Test
    void what_was_read_is_handed_in_with_what_it_is_worth() {
        Answering learner = Answering.begun(NOW);
        double sum = 0;
        for (Quiz.Item item : SCORED) {
            sum += answer(learner, item, right(item));
        }
        answer(learner, FIRST, Response.SKIPPED);
        sum -= 1;
        assertTrue(handIn(learner.sitting(NOW).orElseThrow(), NOW.plusSeconds(75)));
        Object[] row = row(learner);
        assertEquals(SCORED.size() - 1, ((Number) row[0]).intValue());
        assertEquals(SCORED.size(), ((Number) row[1]).intValue());
        assertEquals(100 * sum / SCORED.size(), ((Number) row[2]).doubleValue(), 1e-9);
        assertEquals(75, ((Number) row[3]).intValue());
        assertFalse(learner.sitting(NOW).orElseThrow().open(Occasion.PRE).isPresent());
    }

    @Test
    void nothing_answered_is_handed_in_too_and_a_clock_put_back_makes_it_take_no_time() {
        Answering learner = Answering.begun(NOW);
        assertTrue(handIn(learner.sitting(NOW).orElseThrow(), NOW.minusSeconds(600)));
        Object[] row = row(learner);
        assertEquals(0, ((Number) row[0]).intValue());
        assertEquals(0, ((Number) row[3]).intValue());
    }

    @Test
    void what_was_saved_since_is_not_left_out() {
        Answering learner = Answering.begun(NOW);
        answer(learner, FIRST, Response.SKIPPED);
        Sitting read = learner.sitting(NOW).orElseThrow();
        answer(learner, FIRST, right(FIRST));
        assertFalse(handIn(read, NOW), "another answer to a question that was answered");
        Sitting again = learner.sitting(NOW).orElseThrow();
        answer(learner, SCORED.get(1), Response.SKIPPED);
        assertFalse(handIn(again, NOW), "an answer to another one");
        assertTrue(handIn(learner.sitting(NOW).orElseThrow(), NOW));
    }

    @Test
    void the_same_answer_once_more_is_nothing_new() {
        Answering learner = Answering.begun(NOW);
        answer(learner, FIRST, Response.SKIPPED);
        Sitting read = learner.sitting(NOW).orElseThrow();
        answer(learner, FIRST, Response.SKIPPED);
        assertTrue(handIn(read, NOW));
    }

    /** From before answers were scored as they are saved: they are scored as the attempt closes. */
    @Test
    void an_answer_without_a_score_is_left_to_the_longer_way() {
        Answering learner = Answering.begun(NOW);
        learner.save(learner.sitting(NOW).orElseThrow(), FIRST.id(), Response.SKIPPED, null, NOW);
        assertFalse(handIn(learner.sitting(NOW).orElseThrow(), NOW));
        assertEquals(Duration.ZERO, learner.submitted(learner.sitting(NOW).orElseThrow(), NOW));
    }

    @Test
    void what_was_handed_in_stays() {
        Answering learner = Answering.begun(NOW);
        Sitting read = learner.sitting(NOW).orElseThrow();
        assertTrue(handIn(read, NOW.plusSeconds(5)));
        assertFalse(handIn(read, NOW.plusSeconds(60)));
        assertEquals(5, ((Number) row(learner)[3]).intValue());
    }
}
