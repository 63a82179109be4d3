package org.dalil.exam.entity;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A session as pages show it. @param roomCode the code on the wall; null unless it is open */
public record SessionRow(SessionId id, int number, SessionKind kind, Track track, List<String> courses, String place, LocalDate heldOn,
                         Instant openedAt, String roomCode, Instant pausedAt, Instant closedAt) implements Serializable {

    /** The courses of the track that are not examined: as long as there are any, whoever passes gets no certificate. */
    public List<String> leftOut() {
        return kind.leftOut(track, courses);
    }

    public boolean isOpen() {
        return openedAt != null && closedAt == null;
    }

    public boolean isPaused() {
        return pausedAt != null;
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** What it is now: {@code planned}, {@code open}, {@code paused} or {@code closed}. */
    public String state() {
        return isClosed() ? "closed" : isPaused() ? "paused" : isOpen() ? "open" : "planned";
    }
}
