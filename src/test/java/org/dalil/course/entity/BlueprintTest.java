package org.dalil.course.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlueprintTest {

    private static final Blueprint BLUEPRINT = new Blueprint(60, 80, List.of(
            new Blueprint.Topic("ask-first", 1, 2, 0, 50), new Blueprint.Topic("write-less", 0, 0, 1, 0)));

    private static Bank bank(Difficulty... ofAskFirst) {
        List<Bank.Item> items = java.util.stream.IntStream.range(0, ofAskFirst.length).mapToObj(n -> new Bank.Item("i" + n, "ask-first",
                ofAskFirst[n], Quiz.Kind.TRUE_FALSE, List.of("t", "f"), List.of(), List.of("t"), List.of(), null)).toList();
        return new Bank(true, items, Map.of());
    }

    @Test
    void an_exam_is_as_long_as_its_topics_together() {
        assertEquals(4, BLUEPRINT.items());
        assertEquals(2, BLUEPRINT.topics().get(0).items(Difficulty.MEDIUM));
    }

    @Test
    void a_bank_that_holds_enough_has_no_gap() {
        Blueprint oneTopic = new Blueprint(60, 80, BLUEPRINT.topics().subList(0, 1));
        assertEquals(List.of(), oneTopic.gaps(bank(Difficulty.EASY, Difficulty.MEDIUM, Difficulty.MEDIUM, Difficulty.MEDIUM)));
    }

    @Test
    void a_gap_says_how_many_items_of_which_kind_are_there() {
        assertEquals(List.of(new Blueprint.Gap("ask-first", Difficulty.MEDIUM, 2, 1), new Blueprint.Gap("write-less", Difficulty.HARD, 1, 0)),
                BLUEPRINT.gaps(bank(Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD)));
    }
}
