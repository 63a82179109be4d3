package org.dalil.report.entity;

import java.util.Optional;

/**
 * How much of what could be gained a group gained: (mean after − mean before)/(100 − mean before), Hake (1998). For the group
 * only: the mean of each person's own is biased. It favours groups that began high, so groups are never ranked by it.
 *
 * @param value up to 1; negative where a group lost
 */
public record NormalisedGain(double value) {

    /** Hake's bands. */
    public enum Band {
        /** Below 0.3. */ LOW,
        /** From 0.3 to 0.7. */ MEDIUM,
        /** Above 0.7. */ HIGH
    }

    /** @return nothing at a mean of 100 before, where nothing could be gained */
    static Optional<NormalisedGain> of(double meanBefore, double meanAfter) {
        return meanBefore > 100 - 1e-9 ? Optional.empty()
                : Optional.of(new NormalisedGain((meanAfter - meanBefore) / (100 - meanBefore)));
    }

    public Band band() {
        return value < 0.3 ? Band.LOW : value > 0.7 ? Band.HIGH : Band.MEDIUM;
    }
}
