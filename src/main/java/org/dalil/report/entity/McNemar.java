package org.dalil.report.entity;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.special.Erf;

/**
 * Whether those who changed changed both ways alike (McNemar 1947).
 *
 * @param p      how often chance alone would bring a difference as large, 0 to 1
 * @param method how it was reckoned
 */
record McNemar(double p, Method method) {

    enum Method {
        /** The binomial distribution, both sides: below {@value McNemar#MANY} people who changed. */ EXACT,
        /** χ² with continuity correction (Edwards 1948). */ CHI_SQUARED
    }

    /** From so many people who changed on, χ² is close enough; it is what R's {@code mcnemar.test} gives. */
    static final int MANY = 25;

    /** Less than one in twenty. */
    private static final double CHANCE = 0.05;

    static McNemar of(BeforeAfter table) {
        int changed = table.gained() + table.lost();
        int fewer = Math.min(table.gained(), table.lost());
        if (changed < MANY) {
            double tail = changed == 0 ? 1 : new BinomialDistribution(changed, 0.5).cumulativeProbability(fewer);
            return new McNemar(Math.min(1, 2 * tail), Method.EXACT);
        }
        double apart = Math.max(0, Math.abs(table.gained() - table.lost()) - 1);
        return new McNemar(Erf.erfc(Math.sqrt(apart * apart / changed / 2)), Method.CHI_SQUARED);
    }

    /** Whether chance alone would seldom do it: p below 0.05. */
    boolean isClear() {
        return p < CHANCE;
    }
}
