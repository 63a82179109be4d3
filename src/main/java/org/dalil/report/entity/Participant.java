package org.dalil.report.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalil.assessment.entity.Occasion;

/**
 * Somebody who was in a workshop, without saying who. Holds the rule of the pair: the first submitted test before, and the first test
 * after that was submitted after it. Not for anybody's eyes.
 *
 * @param cameAt      when it became known that they were there
 * @param completedAt when they finished the course; null if they didn't
 * @param sittings    their submitted tests, in any order
 */
public record Participant(Instant cameAt, Instant completedAt, List<Sitting> sittings) {

    /** How far somebody got; see {@link Turnout}. */
    public enum State { NO_TEST, PRE_ONLY, POST_ONLY, PARTIAL, PAIRED }

    private static final Comparator<Sitting> IN_TIME = Comparator.comparing(Sitting::submittedAt);

    private Optional<Sitting> first(Occasion occasion) {
        return sittings.stream().filter(s -> s.occasion() == occasion).min(IN_TIME);
    }

    /** The first test before. */
    Optional<Sitting> before() {
        return first(Occasion.PRE);
    }

    /** The first test after that test before. */
    private Optional<Sitting> pairing() {
        return before().flatMap(pre -> sittings.stream()
                .filter(s -> s.occasion() == Occasion.POST && s.submittedAt().isAfter(pre.submittedAt())).min(IN_TIME));
    }

    /** That of the pair, or the first one after where there is no pair. */
    Optional<Sitting> after() {
        return pairing().or(() -> first(Occasion.POST));
    }

    public State state() {
        boolean pre = before().isPresent();
        if (pairing().isPresent()) {
            return before().get().whole() && pairing().get().whole() ? State.PAIRED : State.PARTIAL;
        }
        if (first(Occasion.POST).isPresent()) {
            return State.POST_ONLY;
        }
        return pre ? State.PRE_ONLY : State.NO_TEST;
    }

    /** Whether they finished the course, which takes a test after. */
    boolean isCompleted() {
        return completedAt != null && first(Occasion.POST).isPresent();
    }

    /** When their state last changed. */
    public Instant movedAt() {
        return Stream.of(Optional.of(cameAt), Optional.ofNullable(completedAt), before().map(Sitting::submittedAt),
                        first(Occasion.POST).map(Sitting::submittedAt), pairing().map(Sitting::submittedAt))
                .flatMap(Optional::stream).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whether they have become a pair since. */
    boolean isPairedAfter(Instant moment) {
        return state() == State.PAIRED && pairing().get().submittedAt().isAfter(moment);
    }

    /** The scores of the pair; nothing without one. */
    Optional<PairedScore> pair() {
        return state() == State.PAIRED ? Optional.of(pair(before().get(), pairing().get())) : Optional.empty();
    }

    /**
     * The test after of the pair, and the first one after that was taken so much later. What was closed early with little in it
     * doesn't count.
     */
    Optional<PairedScore> followUp(Stage stage) {
        return state() == State.PAIRED ? pairing().flatMap(after -> sittings.stream().filter(Sitting::whole)
                .filter(s -> s.occasion() == Occasion.POST && stage.holds(Duration.between(after.submittedAt(), s.submittedAt())))
                .min(IN_TIME).map(late -> pair(after, late))) : Optional.empty();
    }

    private static PairedScore pair(Sitting pre, Sitting post) {
        Map<String, List<ItemScore>> early = pre.byObjective();
        Map<String, PairedScore.ObjectiveScore> objectives = new HashMap<>();
        post.byObjective().forEach((objective, late) -> {
            if (early.containsKey(objective)) {
                List<ItemScore> first = early.get(objective);
                objectives.put(objective, new PairedScore.ObjectiveScore(percent(first), first.size(), percent(late), late.size()));
            }
        });
        return new PairedScore(pre.score(), post.score(), pre.form(), post.exposure(), pre.closedEarly() || post.closedEarly(), objectives);
    }

    private static double percent(List<ItemScore> items) {
        return 100 * items.stream().mapToDouble(ItemScore::score).average().orElse(0);
    }
}
