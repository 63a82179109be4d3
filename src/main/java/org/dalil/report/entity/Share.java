package org.dalil.report.entity;

import java.util.Optional;

/**
 * How many of a group reached the pass mark, as it may be shown. Made only in this package.
 */
public final class Share {

    private final Capped people;
    private final int of;

    private Share(Capped people, int of) {
        this.people = people;
        this.of = of;
    }

    static Share of(int some, int all) {
        return new Share(Capped.part(some, all), all);
    }

    /** How many. */
    public Capped people() {
        return people;
    }

    /** The share in percent, or the bound that stands for it. */
    public double percent() {
        return 100 * people.value() / of;
    }

    /** Wilson's 95 % interval in percent; nothing where the number is capped, since it would give it back. */
    public Optional<Interval> interval() {
        return people.isExact() ? Optional.of(Interval.wilson((int) people.value(), of)) : Optional.empty();
    }
}
