package org.dalil.report.entity;

import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Erf;

/**
 * Whether an item is harder or easier in one language than in the others for people who know as much: it may be translated
 * badly. Mantel and Haenszel (1959) in the form of Holland and Thayer (1988).
 *
 * @param odds       common odds ratio; above 1 where the item is harder in this language
 * @param delta      the same on ETS' scale of difficulty, −2.35 · ln(odds): negative where it is harder in this language
 * @param error      standard error of delta (variance of Robins, Breslow and Greenland 1986)
 * @param chiSquared with continuity correction, one degree of freedom
 * @param p          how often chance alone would bring one as large
 */
public record LanguageAlarm(double odds, double delta, double error, double chiSquared, double p) {

    /** The classes A, B and C that ETS sorts items by (Dorans and Holland 1993). */
    public enum Level {
        /** A: no difference to speak of. */ QUIET,
        /** B: look at the translation. */ LOOK,
        /** C: don't use the item in this language before somebody has. */ ALARM
    }

    private static final double SCALE = -2.35;

    /** One-sided 5 % point of the normal distribution. */
    private static final double ONE_SIDED = 1.6448536269514722;

    /** @return nothing where there is nothing to compare: a language without right or without wrong answers */
    static Optional<LanguageAlarm> of(List<Stratum> all) {
        List<Stratum> strata = all.stream().filter(s -> s.people() > 1).toList();
        double forOthers = strata.stream().mapToDouble(s -> (double) s.right() * s.wrongHere() / s.people()).sum();
        double forThis = strata.stream().mapToDouble(s -> (double) s.wrong() * s.rightHere() / s.people()).sum();
        double variance = strata.stream().mapToDouble(LanguageAlarm::variance).sum();
        if (forOthers == 0 || forThis == 0 || variance == 0) {
            return Optional.empty();
        }
        double odds = forOthers / forThis;
        double apart = Math.abs(strata.stream().mapToDouble(s -> s.right() - expected(s)).sum());
        double corrected = apart - (apart >= 0.5 ? 0.5 : 0);
        double chiSquared = corrected * corrected / variance;
        return Optional.of(new LanguageAlarm(odds, SCALE * Math.log(odds), -SCALE * error(strata, forOthers, forThis), chiSquared,
                Erf.erfc(Math.sqrt(chiSquared / 2))));
    }

    private static double expected(Stratum s) {
        return (double) s.there() * (s.right() + s.rightHere()) / s.people();
    }

    private static double variance(Stratum s) {
        double n = s.people();
        return expected(s) * (s.here() / n) * ((s.wrong() + s.wrongHere()) / (n - 1));
    }

    /** Standard error of the log of the odds ratio. */
    private static double error(List<Stratum> strata, double forOthers, double forThis) {
        double sum = 0;
        for (Stratum s : strata) {
            double n = s.people();
            double same = (s.right() + s.wrongHere()) / n;
            double other = (s.wrong() + s.rightHere()) / n;
            double r = s.right() * (s.wrongHere() / n);
            double w = s.wrong() * (s.rightHere() / n);
            sum += same * r / (2 * forOthers * forOthers) + (same * w + other * r) / (2 * forOthers * forThis)
                    + other * w / (2 * forThis * forThis);
        }
        return Math.sqrt(sum);
    }

    public Level level() {
        double size = Math.abs(delta);
        if (size < 1 || p >= 0.05) {
            return Level.QUIET;
        }
        return size >= 1.5 && size - ONE_SIDED * error > 1 ? Level.ALARM : Level.LOOK;
    }
}
