package org.dalil.assessment.entity;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Some numbers, added up. Not for anybody's eyes.
 *
 * @param size    how many
 * @param mean    0 for none
 * @param squares sum of squared distances from the mean
 */
public record Sample(int size, double mean, double squares) {

    public static final Sample NONE = new Sample(0, 0, 0);

    /** In two passes: the textbook's formula in one loses the digits that the mean has. */
    public static <T> Sample of(Collection<T> things, ToDoubleFunction<T> value) {
        if (things.isEmpty()) {
            return NONE;
        }
        double mean = things.stream().mapToDouble(value).sum() / things.size();
        return new Sample(things.size(), mean, things.stream().mapToDouble(value).map(v -> (v - mean) * (v - mean)).sum());
    }

    public static Sample of(Collection<Double> values) {
        return of(values, Double::doubleValue);
    }

    /** Both together (Chan, Golub and LeVeque 1979). */
    public Sample plus(Sample more) {
        if (size == 0 || more.size == 0) {
            return size == 0 ? more : this;
        }
        double n = (double) size + more.size;
        double apart = more.mean - mean;
        return new Sample(size + more.size, mean + apart * more.size / n,
                squares + more.squares + apart * apart * size * (more.size / n));
    }

    /** Standard deviation (n−1); 0 for one number. */
    public double deviation() {
        return size < 2 ? 0 : Math.sqrt(variance());
    }

    /** Variance (n−1). */
    public double variance() {
        return squares / (size - 1);
    }
}
