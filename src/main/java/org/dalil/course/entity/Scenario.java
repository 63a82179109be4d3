package org.dalil.course.entity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A branching chat: the graph once, the words once per language. Rules on the graph are the checker's. */
public record Scenario(UUID id, String objective, List<String> remembers, String start,
                       Map<String, Node> nodes, Map<String, Choice> choices, Map<String, Words> words) {

    /**
     * A message with choices, or an end.
     *
     * @param from    speaker id; null at an end
     * @param lines   other words if something was remembered: what was remembered to the id of the line, in order
     * @param choices ids of choices; empty at an end
     * @param end     id of the ending's words; null if this is a message
     * @param help    whether the ending offers Help
     */
    public record Node(String from, Map<String, String> lines, List<String> choices, String end, boolean help) {
        /** Whether the chat ends here. Not named {@code isEnd}: it would be taken for the property {@code end} in JSON. */
        public boolean ends() {
            return end != null;
        }
    }

    /**
     * What the learner can say or do.
     *
     * @param to        the next node; with {@code when}, only if that was remembered
     * @param effect    what it does for the objective
     * @param sets      what it makes the chat remember, or null
     * @param when      the memory that {@code to} needs, or null
     * @param otherwise the next node if {@code when} is not remembered, or null
     */
    public record Choice(String to, Effect effect, String sets, String when, String otherwise) { }

    /** What a choice does for the scenario's objective. */
    public enum Effect { SAFE, RISKY, NEUTRAL }

    /** All words of one language. {@code nodes} also holds the extra lines of {@link Node#lines()}. */
    public record Words(WordsState state, String title, String before, Map<String, String> speakers,
                        Map<String, String> nodes, Map<String, Said> choices, Map<String, End> ends) { }

    /** What the learner says and the feedback that explains it. */
    public record Said(String say, String then) { }

    /** How it ended. */
    public record End(String title, String text) { }
}
