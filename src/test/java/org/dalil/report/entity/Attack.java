package org.dalil.report.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Somebody who adds and subtracts what was published. Every published number is a sum over cells that nobody sees; with any of
 * them added, subtracted or multiplied, the attacker has every vector of their span, and no other.
 */
final class Attack {

    private static final double NOUGHT = 1e-9;

    /** Reduced, each with its first coefficient at another place. */
    private final List<double[]> known = new ArrayList<>();

    /** A published number, by how often it counts each cell. */
    void learn(double[] sum) {
        double[] rest = reduce(sum);
        int pivot = pivot(rest);
        if (pivot >= 0) {
            double first = rest[pivot];
            known.add(Arrays.stream(rest).map(v -> v / first).toArray());
        }
    }

    /** Whether this sum can be had from what was published. */
    boolean finds(double[] sum) {
        return pivot(reduce(sum)) < 0;
    }

    private double[] reduce(double[] sum) {
        double[] rest = sum.clone();
        for (double[] row : known) {
            double times = rest[pivot(row)];
            if (times != 0) {
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= times * row[i];
                }
            }
        }
        return rest;
    }

    private static int pivot(double[] row) {
        for (int i = 0; i < row.length; i++) {
            if (Math.abs(row[i]) > NOUGHT) {
                return i;
            }
        }
        return -1;
    }
}
