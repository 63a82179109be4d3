package org.dalil.report.entity;

/**
 * A number of people as it may be shown. Made only in this package, by the rules of {@link PublishedTurnout}.
 */
public final class Count {

    /** How it is shown. */
    public enum Kind {
        /** The number itself. */ EXACT,
        /** Fewer than the smallest group; none at all reads the same. */ FEWER,
        /** Between {@link #lower()} and {@link #upper()}: what the visible parts of a total allow. */ BETWEEN,
        /** Enough people, but the number would give back a hidden group. */ WITHHELD
    }

    private final Kind kind;
    private final int lower;
    private final int upper;

    private Count(Kind kind, int lower, int upper) {
        this.kind = kind;
        this.lower = lower;
        this.upper = upper;
    }

    static Count exact(int number) {
        return new Count(Kind.EXACT, number, number);
    }

    /** @param number hidden if the group is too small */
    static Count of(int number, SmallestGroup smallest) {
        return smallest.holds(number) ? exact(number) : new Count(Kind.FEWER, 0, smallest.most());
    }

    static Count between(int lower, int upper) {
        return new Count(Kind.BETWEEN, lower, upper);
    }

    static Count withheld(SmallestGroup smallest) {
        return new Count(Kind.WITHHELD, smallest.people(), Integer.MAX_VALUE);
    }

    public Kind kind() {
        return kind;
    }

    public boolean isExact() {
        return kind == Kind.EXACT;
    }

    /** The fewest it can be. */
    public int lower() {
        return lower;
    }

    /** The most it can be. */
    public int upper() {
        return upper;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Count c && c.kind == kind && c.lower == lower && c.upper == upper;
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + lower;
    }

    @Override
    public String toString() {
        return kind + " " + lower + ".." + upper;
    }
}
