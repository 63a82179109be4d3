package org.dalil.exam.entity;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that happened in the room.
 *
 * @param seat      null if it concerned everybody
 * @param candidate the number of who sat there then, whoever has the seat now; null if it concerned everybody or is not known
 * @param minutes   null if no time was given back
 */
public record Incident(Integer seat, Integer candidate, Kind kind, Integer minutes, Instant notedAt) implements Serializable {

    /** What happened. The first ones are noted by the invigilator, the last by the platform. */
    public enum Kind {
        LATE, LEFT, PHONE, HELP, DISTURBANCE, DEVICE, TIME, OPENED, PAUSED, RESUMED, OUTAGE, CLOCK, MOVED, CLOSED;

        /** Whether an invigilator can note it. */
        public boolean isNoted() {
            return ordinal() <= DEVICE.ordinal();
        }

        /** The end of its text's key. */
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
