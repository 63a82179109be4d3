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

    private RoomReport(WorkshopTotals raw, Turnout now, Group smallest) {
        Pairs pairs = raw.orders().all();
        turnout = now;
        expected = raw.expected();
        scores = PublishedScores.from(pairs.figures(), smallest);
        objectives = ObjectiveChange.of(raw.objectives(), pairs.people(), smallest);
        again = raw.again().stream().filter(a -> smallest.holds(a.answers())).map(WorkshopTotals.Again::item).toList();
        exposure = scores.map(s -> Capped.mean(raw.exposure().mean(), pairs.people()));
    }

    /**
     * @param release what was last shown in the room: its scores stand until five more people have moved, or the trainer could
     *                watch the mean and know who has just handed in
     * @param now     who is there at this moment
     */
    public static RoomReport from(WorkshopRelease release, Turnout now) {
        return new RoomReport(release.totals(), now, RoomGroup.FIVE);
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
