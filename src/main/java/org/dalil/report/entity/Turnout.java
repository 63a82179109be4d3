package org.dalil.report.entity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dalil.report.entity.Participant.State;

/**
 * Everybody who began a course, each counted once, and how many of them finished it. Not for anybody's eyes: see
 * {@link PublishedTurnout}.
 *
 * @param noTest    submitted no test
 * @param preOnly   the test before, and none after it
 * @param postOnly  the test after, and none before it
 * @param partial   both, but one was closed early with less than 80 % answered
 * @param paired    both: these are the pairs
 * @param completed finished the course; always among {@code postOnly}, {@code partial} and {@code paired}
 */
public record Turnout(int noTest, int preOnly, int postOnly, int partial, int paired, int completed) {

    public static final Turnout NOBODY = new Turnout(0, 0, 0, 0, 0, 0);

    public static Turnout of(List<Participant> people) {
        Map<State, Long> by = people.stream().collect(Collectors.groupingBy(Participant::state, Collectors.counting()));
        return new Turnout(count(by, State.NO_TEST), count(by, State.PRE_ONLY), count(by, State.POST_ONLY), count(by, State.PARTIAL),
                count(by, State.PAIRED), (int) people.stream().filter(Participant::isCompleted).count());
    }

    private static int count(Map<State, Long> by, State state) {
        return by.getOrDefault(state, 0L).intValue();
    }

    /** How many are in this state. */
    int in(State state) {
        return switch (state) {
            case NO_TEST -> noTest;
            case PRE_ONLY -> preOnly;
            case POST_ONLY -> postOnly;
            case PARTIAL -> partial;
            case PAIRED -> paired;
        };
    }

    public Turnout plus(Turnout more) {
        return new Turnout(noTest + more.noTest, preOnly + more.preOnly, postOnly + more.postOnly, partial + more.partial,
                paired + more.paired, completed + more.completed);
    }

    /** Everybody. */
    public int enrolled() {
        return noTest + preOnly + postOnly + partial + paired;
    }
}
