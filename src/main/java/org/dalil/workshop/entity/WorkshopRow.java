package org.dalil.workshop.entity;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * A workshop as pages show it: no entity, so that a view may hold it.
 *
 * @param number   short, for lists and sheets
 * @param openedAt null before it was opened
 * @param pausedAt null unless it pauses now
 * @param closedAt null until it was closed
 * @param joinCode null without one
 */
public record WorkshopRow(WorkshopId id, int number, WorkshopPlan plan, Instant openedAt, Instant pausedAt, Instant closedAt,
                          String joinCode, Instant joinUntil) implements Serializable {

    public boolean isOpen() {
        return openedAt != null && closedAt == null;
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    public boolean isPaused() {
        return pausedAt != null;
    }

    /** The code to show, while it is good. */
    public Optional<JoinCode> joinCode(Instant now) {
        return isOpen() && joinUntil != null && now.isBefore(joinUntil) ? Optional.of(new JoinCode(joinCode)) : Optional.empty();
    }
}
