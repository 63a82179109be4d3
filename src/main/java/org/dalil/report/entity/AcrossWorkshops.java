package org.dalil.report.entity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.random.MersenneTwister;

/**
 * The mean gain of everybody, with a 95 % interval that knows that people of one workshop are alike: whole workshops are drawn
 * again and again, with replacement, and the middle 95 % of the means is the interval (percentile bootstrap of clusters; Davison
 * and Hinkley 1997, section 3.8). With few workshops it is still somewhat narrow.
 */
record AcrossWorkshops(double gain, Interval interval) {

    /** From so many workshops. */
    static final int LEAST = 10;

    /** The 50th and the 1,950th of so many are the 2.5 % and 97.5 % points. */
    private static final int DRAWS = 1_999;

    /** Always the same, so that the same people give the same interval. */
    private static final int SEED = 20261128;

    /**
     * @param workshops the pairs of each, in any order; those without a pair don't count
     * @return nothing below ten workshops
     */
    static Optional<AcrossWorkshops> of(List<Pairs> workshops) {
        // In an order of their own: the interval must not hang on how the database gives them out.
        Sample[] gains = workshops.stream().map(Pairs::gainSample).filter(s -> s.size() > 0)
                .sorted(Comparator.comparingInt(Sample::size).thenComparingDouble(Sample::mean)).toArray(Sample[]::new);
        if (gains.length < LEAST) {
            return Optional.empty();
        }
        int[] people = Arrays.stream(gains).mapToInt(Sample::size).toArray();
        double[] sums = Arrays.stream(gains).mapToDouble(s -> s.size() * s.mean()).toArray();
        double[] means = means(people, sums);
        double gain = Arrays.stream(sums).sum() / Arrays.stream(people).asLongStream().sum();
        return Optional.of(new AcrossWorkshops(gain, new Interval(means[(DRAWS + 1) / 40 - 1], means[39 * (DRAWS + 1) / 40 - 1])));
    }

    private static double[] means(int[] people, double[] sums) {
        MersenneTwister random = new MersenneTwister(SEED);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            long all = 0;
            for (int i = 0; i < people.length; i++) {
                int at = (int) ((random.nextInt() & 0xffffffffL) * people.length >>> 32);
                sum += sums[at];
                all += people[at];
            }
            means[draw] = sum / all;
        }
        Arrays.sort(means);
        return means;
    }
}
