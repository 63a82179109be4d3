package org.dalil.report.entity;

import java.util.Optional;

/**
 * How large a change is, measured by how far people lie apart.
 *
 * @param average   d_av: the mean gain by √((s²before + s²after)/2)
 * @param corrected d_av without its bias in small groups: times 1 − 3/(4·df − 1), df = n − 1 (Hedges; Lakens 2013)
 * @param interval  95 % interval of the true d_av from the noncentral t (Algina and Keselman 2003, Educational and Psychological
 *                  Measurement 63:537–553). It is about the true value, so it isn't corrected
 * @param ofGain    d_z: the mean gain by the standard deviation of the gains; secondary, since it grows with their correlation
 */
public record EffectSize(double average, double corrected, Interval interval, double ofGain) {

    /** @return nothing for one person, and where everybody's score or gain is the same */
    static Optional<EffectSize> of(Pairs pairs) {
        if (pairs.people() < 2 || pairs.squaresGain() <= 0) {
            return Optional.empty();
        }
        double n = pairs.people();
        double freedom = n - 1;
        double squares = pairs.squaresBefore() + pairs.squaresAfter();
        double average = pairs.gain() / Math.sqrt(squares / freedom / 2);
        double ofGain = pairs.gain() / pairs.deviation();
        Interval limits = NoncentralT.limits(ofGain * Math.sqrt(n), freedom);
        double scale = Math.sqrt(2 * pairs.squaresGain() / (n * squares));
        return Optional.of(new EffectSize(average, average * (1 - 3 / (4 * freedom - 1)),
                new Interval(scale * limits.lower(), scale * limits.upper()), ofGain));
    }
}
