package org.dalil.account.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A browser that works with a card.
 *
 * @param id     of the visit
 * @param cardId whose card
 */
public record Visit(UUID id, UUID cardId) {

    /** After this long without a step the card has to be entered again. Nothing is lost by it. */
    public static final Duration IDLE = Duration.ofMinutes(45);

    /** When it was used is written down so often at most. */
    public static final Duration WRITTEN_EVERY = Duration.ofMinutes(5);

    /** Visits used before this moment are over. */
    public static Instant idleBefore(Instant now) {
        return now.minus(IDLE);
    }

    /**
     * Visits used after this moment are over, too: the clock was put back, and a phone that changed hands must not stay open
     * until the clock has caught up.
     */
    public static Instant idleAfter(Instant now) {
        return now.plus(IDLE);
    }
}
