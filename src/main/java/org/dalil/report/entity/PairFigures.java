package org.dalil.report.entity;

/**
 * The scores of those who took both tests. Not for anybody's eyes: see {@link PublishedScores}.
 *
 * @param people     how many, at least 1
 * @param meanPre    0 to 100
 * @param meanPost   0 to 100
 * @param meanGain   mean of each person's after minus before, in percentage points
 * @param deviation  standard deviation of that difference (n−1); 0 for one person
 * @param passedPre  how many reached the pass mark before
 * @param passedPost how many reached it after
 */
public record PairFigures(int people, double meanPre, double meanPost, double meanGain, double deviation, int passedPre,
                          int passedPost) {

    /** Whether all of it can be shown without a bound. */
    boolean isPlain() {
        return PublishedScores.changeOf(this).isPresent() && Capped.part(passedPre, people).isExact()
                && Capped.part(passedPost, people).isExact();
    }

    /**
     * Whether those who came after {@code before} was shown could be shown without a bound: whoever has both can subtract. The
     * deviation of their gains isn't looked at.
     */
    boolean isPlainBeyond(PairFigures before) {
        int more = people - before.people;
        return more > 0 && Capped.mean(beyond(meanPre, before, before.meanPre), more).isExact()
                && Capped.mean(beyond(meanPost, before, before.meanPost), more).isExact()
                && Capped.part(passedPre - before.passedPre, more).isExact()
                && Capped.part(passedPost - before.passedPost, more).isExact();
    }

    private double beyond(double mean, PairFigures before, double meanBefore) {
        return (people * mean - before.people * meanBefore) / (people - before.people);
    }
}
