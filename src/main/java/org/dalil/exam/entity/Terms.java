package org.dalil.exam.entity;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dalil.platform.entity.Refused;

/**
 * What a track asks of those who are examined.
 *
 * @param attempts     how often somebody may fail before a certifier has to decide
 * @param coolDownDays how long somebody who failed waits
 * @param passMark     percent; a course's own mark counts if it is higher
 */
public record Terms(Track track, int attempts, int coolDownDays, int passMark) implements Serializable {

    /** For a track that nobody has decided on. */
    public static Terms usual(Track track) {
        return new Terms(track, 3, 14, 0);
    }

    /** @throws Refused if a number can't be meant */
    public Terms {
        if (attempts < 1 || attempts > 20 || coolDownDays < 0 || coolDownDays > 365 || passMark < 0 || passMark > 100) {
            throw new Refused("exam.terms.numbers");
        }
    }

    /**
     * An earlier sitting for this track.
     *
     * @param madeUp whether another attempt was granted in its place, so that it counts as none
     * @param noWait whether the waiting time after it was lifted with that
     */
    public record Past(Instant submittedAt, boolean passed, boolean madeUp, boolean noWait) {

        /** With nothing granted in its place. */
        public Past(Instant submittedAt, boolean passed) {
            this(submittedAt, passed, false, false);
        }
    }

    /** How many count since somebody last passed. @param past earlier sittings, the oldest first */
    public static long tried(List<Past> past) {
        long failed = 0;
        for (Past sitting : past) {
            failed = sitting.passed() ? 0 : sitting.madeUp() ? failed : failed + 1;
        }
        return failed;
    }

    /**
     * Refuses somebody who has to wait, or has failed too often since they last passed.
     *
     * @param past earlier sittings, the oldest first
     */
    public void refuseTooSoon(List<Past> past, Instant now) {
        if (tried(past) >= attempts) {
            throw new Refused("exam.begin.attempts", attempts);
        }
        Past newest = past.isEmpty() ? null : past.get(past.size() - 1);
        Instant last = newest == null || newest.passed() || newest.noWait() ? null : newest.submittedAt();
        if (last != null && now.isBefore(last.plus(Duration.ofDays(coolDownDays)))) {
            throw new Refused("exam.begin.coolDown", Duration.between(now, last.plus(Duration.ofDays(coolDownDays))).plusDays(1).minusNanos(1).toDays());
        }
    }
}
