package org.dalil.report.entity;

import java.util.List;
import java.util.Optional;

/**
 * A workshop's figures for its own trainer: in the room, on the screen. It is no {@link Published} thing, so that nothing which
 * prints or writes a file can take it. Scores are shown together from five people and never at the ends; how many took which test
 * is shown as it is, since the trainer sees who is still busy anyway.
 */
public final class RoomReport {

    private final Turnout turnout;
    private final int expected;
    private final Optional<PublishedScores> scores;
    private final List<ObjectiveChange> objectives;
    private final List<String> again;
    private final Optional<Capped> exposure;

    private RoomReport(Optional<WorkshopTotals> shown, int expected, Turnout now, Group smallest) {
        Pairs pairs = shown.map(t -> t.orders().all()).orElse(Pairs.NOBODY);
        turnout = now;
        this.expected = expected;
        scores = PublishedScores.from(pairs.figures(), smallest);
        objectives = shown.map(t -> ObjectiveChange.of(t.objectives(), pairs.people(), smallest)).orElse(List.of());
        again = shown.map(t -> t.again(smallest)).orElse(List.of());
        exposure = scores.flatMap(s -> shown.map(t -> Capped.mean(t.exposure().mean(), pairs.people())));
    }

    /**
     * @param release  what was last shown in the room; nothing while the workshop is open
     * @param expected how many people were planned for
     * @param now      who is there at this moment
     */
    public static RoomReport from(Optional<WorkshopRelease> release, int expected, Turnout now) {
        return new RoomReport(release.map(WorkshopRelease::totals), expected, now, RoomGroup.FIVE);
    }

    /** How many people took which test, at this moment. */
    public Turnout turnout() {
        return turnout;
    }

    /** How many people were planned for. */
    public int expected() {
        return expected;
    }

    /** How many pairs the scores are about; nothing while there are fewer than five. */
    public Optional<Integer> people() {
        return scores.map(PublishedScores::people);
    }

    /** The mean score before, 0 to 100. */
    public Optional<Capped> before() {
        return scores.map(PublishedScores::before);
    }

    /** The mean score after, 0 to 100. */
    public Optional<Capped> after() {
        return scores.map(PublishedScores::after);
    }

    /** The mean gain in percentage points; without an interval, which is for ten people and more. */
    public Optional<Double> change() {
        return scores.flatMap(PublishedScores::change).map(PublishedScores.Change::points);
    }

    /** Who reached the pass mark before. */
    public Optional<Share> passedBefore() {
        return scores.map(PublishedScores::passedBefore);
    }

    /** Who reached it after. */
    public Optional<Share> passedAfter() {
        return scores.map(PublishedScores::passedAfter);
    }

    /** What changed by objective; none while too few took both tests. */
    public List<ObjectiveChange> objectives() {
        return objectives;
    }

    /** Ids of items that fewer than 70 % got right after the course. */
    public List<String> again() {
        return again;
    }

    /** The mean share of the course that pairs had seen before the test after, in percent. */
    public Optional<Capped> exposure() {
        return exposure;
    }
}
