package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** Student (1908), "The probable error of a mean": Cushny and Peebles' ten differences of sleep; R's {@code sleep} data. */
    @Test
    void the_interval_of_students_own_data() {
        double[] differences = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
        double mean = java.util.Arrays.stream(differences).average().orElseThrow();
        double squares = java.util.Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
        Interval interval = Interval.ofMean(mean, Math.sqrt(squares / 9), 10);
        // R documents t.test(extra ~ group, paired = TRUE): mean 1.58, 95 % from 0.7001142 to 2.4598858.
        assertEquals(1.58, mean, 1e-12);
        assertEquals(0.7001142, interval.lower(), 1e-6);
        assertEquals(2.4598858, interval.upper(), 1e-6);
    }

    /** Quantiles of Student's t, 97.5 %: NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2. */
    @ParameterizedTest
    @CsvSource({"1, 12.706", "4, 2.776", "9, 2.262", "22, 2.074", "30, 2.042", "100, 1.984"})
    void quantiles_are_those_of_the_table(int freedom, double quantile) {
        int people = freedom + 1;
        assertEquals(quantile, Interval.ofMean(0, Math.sqrt(people), people).upper(), 0.0005);
    }

    /** Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3 (Wilson without correction). */
    @ParameterizedTest
    @CsvSource({"81, 263, 25.53, 36.62", "15, 148, 6.24, 16.05", "0, 20, 0.00, 16.11", "1, 29, 0.61, 17.18"})
    void wilsons_interval_is_the_published_one(int some, int all, double lower, double upper) {
        Interval interval = Interval.wilson(some, all);
        assertEquals(lower, interval.lower(), 0.005);
        assertEquals(upper, interval.upper(), 0.005);
    }
}
