package org.dalil.certificate.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dalil.exam.entity.Held;

/** Which certificates a certifier's list shows beside what was looked for. */
public enum Which {
    ALL,
    /** Those that end soon and are not renewed. */
    ENDING,
    /** Those that have ended and were not renewed, as long as they can be, and the day on which that ends. */
    ENDED;

    /** So soon. */
    public static final Duration SOON = Duration.ofDays(90);

    /** From when on the ends are looked at. */
    public Instant from(Instant now) {
        return this == ENDED ? now.atOffset(ZoneOffset.UTC).minus(Held.LATE).minusDays(1).toInstant() : now;
    }

    /** Until when. */
    public Instant until(Instant now) {
        return this == ENDED ? now : now.plus(SOON);
    }
}
