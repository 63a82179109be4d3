package org.dalil.report.entity;

import java.util.Optional;

/**
 * What changed for those who took both tests, as it may be shown: always of a group that is large enough.
 */
public final class PublishedScores {

    /**
     * The mean gain. "Change", never "impact": there was no control group.
     *
     * @param points   percentage points
     * @param interval its 95 % confidence interval
     */
    public record Change(double points, Interval interval) { }

    /** A smaller deviation, in points, says that everybody gained the same. */
    private static final double LEAST_DEVIATION = 1;

    private final int people;
    private final Capped before;
    private final Capped after;
    private final Optional<Change> change;
    private final Share passedBefore;
    private final Share passedAfter;

    private PublishedScores(PairFigures raw) {
        people = raw.people();
        before = Capped.mean(raw.meanPre(), people);
        after = Capped.mean(raw.meanPost(), people);
        change = changeOf(raw);
        passedBefore = Share.of(raw.passedPre(), people);
        passedAfter = Share.of(raw.passedPost(), people);
    }

    /** @return nothing for a group that is too small */
    static Optional<PublishedScores> from(PairFigures raw, Group smallest) {
        return smallest.holds(raw.people()) ? Optional.of(new PublishedScores(raw)) : Optional.empty();
    }

    /** The change would give a capped mean back. */
    static Optional<Change> changeOf(PairFigures raw) {
        boolean shown = Capped.mean(raw.meanPre(), raw.people()).isExact() && Capped.mean(raw.meanPost(), raw.people()).isExact();
        return shown ? change(raw) : Optional.empty();
    }

    /** @return nothing where everybody gained the same */
    static Optional<Change> change(PairFigures raw) {
        Interval interval = Interval.ofMean(raw.meanGain(), raw.deviation(), raw.people());
        return raw.deviation() >= LEAST_DEVIATION ? Optional.of(new Change(raw.meanGain(), interval)) : Optional.empty();
    }

    /** How many took both tests. */
    public int people() {
        return people;
    }

    /** The mean score before, 0 to 100. */
    public Capped before() {
        return before;
    }

    /** The mean score after, 0 to 100. */
    public Capped after() {
        return after;
    }

    /** Nothing where a mean is capped or everybody gained the same. */
    public Optional<Change> change() {
        return change;
    }

    /** Who reached the pass mark before. */
    public Share passedBefore() {
        return passedBefore;
    }

    /** Who reached it after. */
    public Share passedAfter() {
        return passedAfter;
    }
}
