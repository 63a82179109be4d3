package org.dalil.report.entity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.dalil.assessment.entity.Sample;

/**
 * The scores of people who took both tests, added up: all that the figures need, without any single person. Two groups can be
 * put together. Not for anybody's eyes: see {@link PublishedScores}.
 *
 * @param people        how many
 * @param meanBefore    0 to 100; 0 for nobody
 * @param meanAfter     0 to 100; 0 for nobody
 * @param squaresBefore sum of squared distances from the mean before
 * @param squaresAfter  likewise after
 * @param squaresGain   likewise of each person's after minus before
 * @param passed        who reached the pass mark
 */
public record Pairs(int people, double meanBefore, double meanAfter, double squaresBefore, double squaresAfter,
                    double squaresGain, BeforeAfter passed) {

    public static final Pairs NOBODY = new Pairs(0, 0, 0, 0, 0, 0, BeforeAfter.NOBODY);

    /** A score a hair below the mark has reached it: 80 may have come out of a sum as 79.9999999. */
    private static final double HAIR = 1e-6;

    /** @param mark the pass mark, 0 to 100 */
    public static Pairs of(Collection<PairedScore> scores, double mark) {
        return of(scores, PairedScore::before, PairedScore::after, mark);
    }

    static <T> Pairs of(Collection<T> scores, ToDoubleFunction<T> before, ToDoubleFunction<T> after, double mark) {
        if (scores.isEmpty()) {
            return NOBODY;
        }
        Sample pre = Sample.of(scores, before);
        Sample post = Sample.of(scores, after);
        Sample gain = Sample.of(scores, s -> after.applyAsDouble(s) - before.applyAsDouble(s));
        BeforeAfter passed = scores.stream()
                .map(s -> BeforeAfter.one(before.applyAsDouble(s) >= mark - HAIR, after.applyAsDouble(s) >= mark - HAIR))
                .reduce(BeforeAfter.NOBODY, BeforeAfter::plus);
        return new Pairs(scores.size(), pre.mean(), post.mean(), pre.squares(), post.squares(), gain.squares(), passed);
    }

    /** Both groups together. */
    public Pairs plus(Pairs more) {
        return new Pairs(people + more.people, beforeSample().plus(more.beforeSample()).mean(),
                afterSample().plus(more.afterSample()).mean(), beforeSample().plus(more.beforeSample()).squares(),
                afterSample().plus(more.afterSample()).squares(), gainSample().plus(more.gainSample()).squares(),
                passed.plus(more.passed));
    }

    static Pairs sum(List<Pairs> groups) {
        return groups.stream().reduce(NOBODY, Pairs::plus);
    }

    Sample beforeSample() {
        return new Sample(people, meanBefore, squaresBefore);
    }

    Sample afterSample() {
        return new Sample(people, meanAfter, squaresAfter);
    }

    Sample gainSample() {
        return new Sample(people, gain(), squaresGain);
    }

    /** The mean gain in percentage points. */
    double gain() {
        return meanAfter - meanBefore;
    }

    /** Standard deviation of the gains (n−1). */
    double deviation() {
        return gainSample().deviation();
    }

    /** As the course's figures have them. */
    PairFigures figures() {
        return new PairFigures(people, meanBefore, meanAfter, gain(), deviation(), passed.before(), passed.after());
    }

    Optional<NormalisedGain> normalised() {
        return NormalisedGain.of(meanBefore, meanAfter);
    }
}
