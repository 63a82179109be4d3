package org.dalil.report.entity;

import org.hipparchus.distribution.continuous.TDistribution;

/** A range of values, both ends included. */
public record Interval(double lower, double upper) {

    /** The quantile of the normal distribution for 95 %. */
    private static final double Z = 1.959963984540054;

    /**
     * The 95 % confidence interval of a mean: mean ± t(n−1)·s/√n.
     *
     * @param deviation standard deviation of the sample (n−1)
     * @param people    n, at least 2
     */
    static Interval ofMean(double mean, double deviation, int people) {
        double half = new TDistribution(people - 1).inverseCumulativeProbability(0.975) * deviation / Math.sqrt(people);
        return new Interval(mean - half, mean + half);
    }

    /**
     * The 95 % interval of a share after Wilson (1927), without continuity correction, in percent.
     *
     * @param some how many of
     * @param all  how many
     */
    static Interval wilson(int some, int all) {
        double n = all;
        double p = some / n;
        double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Interval(100 * (middle - half), 100 * (middle + half));
    }
}
