package org.dalil.report.entity;

/**
 * A value that stops short of the ends, where it would say something about each single person. Made only in this package.
 */
public final class Capped {

    /** Which way it was cut off. */
    public enum Kind {
        /** The value itself. */ EXACT,
        /** {@link Capped#value()} or more. */ AT_LEAST,
        /** {@link Capped#value()} or less. */ AT_MOST
    }

    /** So many people must stand on either side of the pass mark. One alone would know about all the others. */
    static final int EITHER_SIDE = 3;

    private final Kind kind;
    private final double value;

    private Capped(Kind kind, double value) {
        this.kind = kind;
        this.value = value;
    }

    /**
     * A mean of scores from 0 to 100 is shown while each single person could still have any score: up to 100 − 100/n, down to
     * 100/n. For ten people that is 90 and 10.
     */
    static Capped mean(double mean, int people) {
        return mean(mean, 100.0 / people);
    }

    /** The mean score at one item, 0 to 100: shown while as much as three answers is right and as much is wrong. */
    static Capped score(double mean, int answers) {
        return mean(mean, 100.0 * EITHER_SIDE / answers);
    }

    private static Capped mean(double mean, double margin) {
        if (mean > 100 - margin + 1e-9) {
            return new Capped(Kind.AT_LEAST, Math.floor(100 - margin));
        }
        return mean < margin - 1e-9 ? new Capped(Kind.AT_MOST, Math.ceil(margin)) : new Capped(Kind.EXACT, mean);
    }

    /** A number of people out of a group is shown while at least three are in it and three are not. */
    static Capped part(int some, int all) {
        if (some > all - EITHER_SIDE) {
            return new Capped(Kind.AT_LEAST, all - EITHER_SIDE + 1);
        }
        return some < EITHER_SIDE ? new Capped(Kind.AT_MOST, EITHER_SIDE - 1) : new Capped(Kind.EXACT, some);
    }

    public Kind kind() {
        return kind;
    }

    public boolean isExact() {
        return kind == Kind.EXACT;
    }

    /** The value, or the bound that stands for it. */
    public double value() {
        return value;
    }

    @Override
    public String toString() {
        return kind + " " + value;
    }
}
