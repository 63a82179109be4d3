package org.dalil.scenario.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.course.entity.Scenario;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.Test;

class RunTest {

    private static Scenario.Node node(List<String> choices, Map<String, String> lines) {
        return new Scenario.Node("aram", lines, choices, null, false);
    }

    private static Scenario.Choice choice(String to, String sets, String when, String otherwise) {
        return new Scenario.Choice(to, Scenario.Effect.SAFE, sets, when, otherwise);
    }

    private final Scenario scenario = new Scenario(UUID.randomUUID(), "o", List.of("slow"), "one",
            Map.of("one", node(List.of("wait", "go"), Map.of()),
                    "two", node(List.of("stop"), Map.of("slow", "two-slow")),
                    "good", new Scenario.Node(null, Map.of(), List.of(), "e1", true),
                    "other", new Scenario.Node(null, Map.of(), List.of(), "e2", true)),
            Map.of("wait", choice("two", "slow", null, null), "go", choice("two", null, null, null),
                    "stop", choice("good", null, "slow", "other")), Map.of());

    @Test
    void what_was_chosen_changes_later_lines_and_ends() {
        Run slow = new Run(scenario, List.of("wait"));
        assertEquals("two-slow", slow.turns().get(1).line());
        assertEquals("e1", slow.with("stop").here().end());
        Run fast = new Run(scenario, List.of("go"));
        assertEquals("two", fast.turns().get(1).line());
        assertEquals("e2", fast.with("stop").here().end());
        assertTrue(fast.with("stop").hasEnded());
        assertFalse(fast.hasEnded());
    }

    @Test
    void choices_that_are_not_offered_are_refused() {
        assertThrows(Refused.class, () -> new Run(scenario, List.of("stop")));
        assertThrows(Refused.class, () -> new Run(scenario, List.of("wait", "wait")));
        assertThrows(Refused.class, () -> new Run(scenario, List.of("#{7*7}")));
        assertThrows(Refused.class, () -> new Run(scenario, List.of("wait", "stop", "stop")));
    }
}
