package org.dalil.exam.entity;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How somebody stands with the renewal of the certificate that they hold.
 *
 * @param state whether it can be renewed now
 * @param path  the short way, as far as they have come on it for this renewal
 */
public record Renewal(Held held, Held.State state, Path path) implements Serializable {

    /** At this moment. */
    public static Renewal at(Instant now, ZoneId zone, Held held, Path path) {
        return new Renewal(held, held.state(now, zone), path);
    }

    /** Whether it can be renewed now. */
    public boolean isOpen() {
        return state == Held.State.OPEN;
    }
}
