package org.dalil.exam.entity;

import java.util.List;
import java.util.UUID;

/** What waits for a candidate, and what they have sat. */
public record Desk(List<Place> places) {

    /**
     * A seat.
     *
     * @param sittingId null before the exam was begun
     * @param passed    null before there is a verdict
     * @param decided   whether a review is decided; null where none was asked for
     */
    public record Place(SessionRow session, int seat, UUID sittingId, boolean submitted, Boolean passed, Boolean decided) { }
}
