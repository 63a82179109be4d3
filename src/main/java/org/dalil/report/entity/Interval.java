package org.dalil.report.entity;

import org.dalil.assessment.entity.Sample;
import org.hipparchus.distribution.continuous.TDistribution;

/** A range of values, both ends included. */
public record Interval(double lower, double upper) {

    /** Halfway: where a drawing puts it. */
    public double middle() {
        return (lower + upper) / 2;
    }

    /** The quantile of the normal distribution for 95 %. */
    static final double Z = 1.959963984540054;

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

    /**
     * The 95 % interval of the change in a share of the same people, in percentage points: Wilson's intervals before and after
     * put together with regard to how alike the two are (Newcombe 1998, Statistics in Medicine 17:2635–2650, method 10).
     */
    static Interval ofChange(BeforeAfter table) {
        double n = table.people();
        double before = 100 * table.before() / n;
        double after = 100 * table.after() / n;
        Interval early = wilson(table.before(), table.people());
        Interval late = wilson(table.after(), table.people());
        double alike = likeness(table);
        return new Interval(
                after - before - apart(after - late.lower, early.upper - before, alike),
                after - before + apart(late.upper - after, before - early.lower, alike));
    }

    private static double apart(double one, double two, double alike) {
        return Math.sqrt(Math.max(0, one * one - 2 * alike * one * two + two * two));
    }

    /** The correlation φ of a 2×2 table, with Newcombe's continuity correction where it is positive; 0 where it has none. */
    private static double likeness(BeforeAfter t) {
        double n = t.people();
        double product = (double) t.kept() * t.never() - (double) t.gained() * t.lost();
        double over = product > 0 ? Math.max(product - n / 2, 0) : product;
        double under = Math.sqrt((double) t.before() * (n - t.before())) * Math.sqrt((double) t.after() * (n - t.after()));
        return under == 0 ? 0 : over / under;
    }

    /**
     * The 95 % interval of the difference one − two of the means of two groups with different people (Welch 1947).
     *
     * @param one at least two numbers, not all the same here or in {@code two}
     */
    static Interval ofDifference(Sample one, Sample two) {
        double a = one.variance() / one.size();
        double b = two.variance() / two.size();
        double freedom = (a + b) * (a + b) / (a * a / (one.size() - 1) + b * b / (two.size() - 1));
        double half = new TDistribution(freedom).inverseCumulativeProbability(0.975) * Math.sqrt(a + b);
        double difference = one.mean() - two.mean();
        return new Interval(difference - half, difference + half);
    }
}
