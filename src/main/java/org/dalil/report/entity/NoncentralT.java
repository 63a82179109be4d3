package org.dalil.report.entity;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.util.FastMath;

/**
 * Student's t where the true difference is not nought: (Z + δ)/√(V/ν). Hipparchus hasn't got it.
 *
 * @param freedom      ν, degrees of freedom, above 0
 * @param displacement δ, the noncentrality; below about 10⁵
 */
record NoncentralT(double freedom, double displacement) {

    /** What is left of a Poisson weight before a sum ends. */
    private static final double REST = 1e-18;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /**
     * P(T ≤ t), to about 1e-13 (1e-10 from a million degrees of freedom on).
     *
     * <p>The series of Lenth (1989), Applied Statistics 38:185–189 (Algorithm AS 243), summed from its largest term in both
     * directions as Benton and Krishnamoorthy (2003), Computational Statistics &amp; Data Analysis 43:249–267, do, so that no
     * term underflows where δ is large.
     */
    double cumulative(double t) {
        return t < 0 ? 1 - upwards(-t, -displacement) : upwards(t, displacement);
    }

    /** Φ(−δ) + ½ Σ P(j) I(x; j + ½, ν/2) + sign(δ) Q(j) I(x; j + 1, ν/2), for t from 0. */
    private double upwards(double t, double delta) {
        double below = NORMAL.cumulativeProbability(-delta);
        double x = t * t / (freedom + t * t);
        double mean = delta * delta / 2;
        if (x == 0) {
            return below;
        }
        if (mean == 0) {
            return below + Beta.regularizedBeta(x, 0.5, freedom / 2) / 2;
        }
        int mode = (int) mean;
        double weight = new PoissonDistribution(mean).probability(mode);
        // Γ(j + 1)/Γ(j + 3/2) by the beta function: the difference of two large log gammas would lose digits.
        double half = weight * FastMath.sqrt(mean / FastMath.PI) * FastMath.exp(Beta.logBeta(mode + 1, 0.5));
        double sum = new Series(x, mean, mode, 0.5, weight).sum()
                + Math.signum(delta) * new Series(x, mean, mode, 1, half).sum();
        return Math.min(1, Math.max(0, below + sum / 2));
    }

    /** Σ w(j) I(x; j + offset, ν/2), where w(j + 1) = w(j) · mean/(j + ½ + offset). */
    private final class Series {

        private final double x;
        private final double mean;
        private final int mode;
        private final double offset;
        private final double weight;
        private final double share;
        private final double step;

        Series(double x, double mean, int mode, double offset, double weight) {
            this.x = x;
            this.mean = mean;
            this.mode = mode;
            this.offset = offset;
            this.weight = weight;
            double a = mode + offset;
            double b = freedom / 2;
            share = Beta.regularizedBeta(x, a, b);
            // I(a) − I(a + 1) = x^a (1 − x)^b / (a B(a, b))
            step = FastMath.exp(a * FastMath.log(x) + b * FastMath.log1p(-x) - FastMath.log(a) - Beta.logBeta(a, b));
        }

        double sum() {
            return upFromMode() + downFromMode();
        }

        private double upFromMode() {
            double sum = 0;
            double w = weight;
            double i = share;
            double d = step;
            double a = mode + offset;
            while (w > REST && i > REST) {
                sum += w * i;
                i -= d;
                d *= x * (a + freedom / 2) / (a + 1);
                a++;
                w *= mean / (a - 0.5);
            }
            return sum;
        }

        private double downFromMode() {
            double sum = 0;
            double w = weight;
            double i = share;
            double d = step;
            for (int j = mode; j > 0 && w > REST; j--) {
                double a = j + offset;
                d *= a / (x * (a - 1 + freedom / 2));
                i += d;
                w *= (a - 0.5) / mean;
                sum += w * i;
            }
            return sum;
        }
    }

    /**
     * The 95 % interval of δ for an observed t: where it would lie at the 97.5th and at the 2.5th percentile (Steiger and Fouladi
     * 1997).
     */
    static Interval limits(double t, double freedom) {
        return new Interval(limit(t, freedom, 0.975), limit(t, freedom, 0.025));
    }

    private static double limit(double t, double freedom, double probability) {
        UnivariateFunction miss = delta -> new NoncentralT(freedom, delta).cumulative(t) - probability;
        double spread = FastMath.sqrt(1 + t * t / (2 * freedom));
        // The higher δ, the lower the probability. Wide enough but for a few degrees of freedom; then wider.
        double reach = 3 * spread;
        while (miss.value(t - reach) <= 0 || miss.value(t + reach) >= 0) {
            reach *= 2;
        }
        return new BracketingNthOrderBrentSolver(1e-15, 1e-13, 1e-16, 5).solve(500, miss, t - reach, t + reach);
    }
}
