package org.dalil.exam.entity;

import java.io.Serializable;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * The certificate that a candidate holds on their track: of those that are not revoked the one that ends last.
 *
 * @param number its own
 * @param cycle  the number of its first edition: the same however often it is issued again, and the name of its renewal
 * @param ends   its last moment
 */
public record Held(int number, int cycle, Instant ends) implements Serializable {

    /** So long before its last day it can be renewed, from the beginning of that day on. */
    public static final Period EARLY = Period.ofDays(120);

    /** And until so long after it. */
    public static final Period LATE = Period.ofYears(1);

    /** Whether it can be renewed. */
    public enum State {
        /** Not yet. */
        EARLY,
        OPEN,
        /** Not any more: the whole way again. */
        LATE
    }

    /** The first moment at which it can be renewed: the day that is told is good from its beginning. @param zone of the people who hold it */
    public Instant opens(ZoneId zone) {
        return opens(ends, zone);
    }

    /** The first moment at which a certificate that ends then can be renewed. */
    public static Instant opens(Instant ends, ZoneId zone) {
        return ends.atZone(zone).toLocalDate().minus(EARLY).atStartOfDay(zone).toInstant();
    }

    /** The last moment. @param zone of the people who hold it: a year is one of their calendar */
    public Instant closes(ZoneId zone) {
        return ends.atZone(zone).plus(LATE).toInstant();
    }

    public State state(Instant now, ZoneId zone) {
        return now.isBefore(opens(zone)) ? State.EARLY : now.isAfter(closes(zone)) ? State.LATE : State.OPEN;
    }
}
