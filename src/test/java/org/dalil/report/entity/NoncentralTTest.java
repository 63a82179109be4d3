package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class NoncentralTTest {

    @Test
    void the_distribution_is_that_of_the_integral() {
        double worst = 0;
        for (Reference.Row row : Reference.rows("noncentral-t.csv")) {
            double p = new NoncentralT(row.number("nu"), row.number("delta")).cumulative(row.number("t"));
            row.agrees("p", p);
            worst = Math.max(worst, Math.abs(p - row.number("p")));
            if (!Double.isNaN(row.number("pt"))) {
                row.agrees("pt", p);
            }
        }
        assertTrue(worst < 1e-10, "worst difference " + worst);
    }

    @Test
    void the_limits_are_those_of_the_integral() {
        for (Reference.Row row : Reference.rows("noncentral-t-limits.csv")) {
            Interval limits = NoncentralT.limits(row.number("t"), row.number("nu"));
            row.agrees("lower", limits.lower());
            row.agrees("upper", limits.upper());
        }
    }

    @Test
    void without_displacement_it_is_students() {
        for (double t : new double[] {-6, -1, 0, 0.3, 2.5}) {
            assertEquals(new TDistribution(7).cumulativeProbability(t), new NoncentralT(7, 0).cumulative(t), 1e-13);
        }
    }

    @Test
    void it_rises_with_t_falls_with_the_displacement_and_mirrors() {
        Random random = new Random(4);
        for (int i = 0; i < 3_000; i++) {
            double freedom = 1 + random.nextInt(400);
            double delta = random.nextGaussian() * 6;
            double t = delta + random.nextGaussian() * 4;
            double p = new NoncentralT(freedom, delta).cumulative(t);
            assertTrue(p >= 0 && p <= 1, "a probability");
            assertTrue(new NoncentralT(freedom, delta).cumulative(t + 0.5) >= p - 1e-13, "rises with t");
            assertTrue(new NoncentralT(freedom, delta + 0.5).cumulative(t) <= p + 1e-13, "falls with the displacement");
            assertEquals(1 - p, new NoncentralT(freedom, -delta).cumulative(-t), 1e-13);
        }
    }

    @Test
    void limits_hold_the_observed_value_and_turn_with_its_sign() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            double freedom = 1 + random.nextInt(300);
            double t = random.nextGaussian() * 15;
            Interval limits = NoncentralT.limits(t, freedom);
            Interval mirrored = NoncentralT.limits(-t, freedom);
            assertTrue(limits.lower() < limits.upper());
            assertEquals(limits.lower(), -mirrored.upper(), 1e-9);
            assertEquals(0.975, new NoncentralT(freedom, limits.lower()).cumulative(t), 1e-12);
            assertEquals(0.025, new NoncentralT(freedom, limits.upper()).cumulative(t), 1e-12);
        }
    }
}
