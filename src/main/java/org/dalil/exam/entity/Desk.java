package org.dalil.exam.entity;

import java.util.List;
import java.util.UUID;

/** What waits for a candidate, and what they have sat. */
public record Desk(List<Place> places) {

    /** A seat. @param sittingId null before the exam was begun; {@code passed} null before there is a verdict */
    public record Place(SessionRow session, int seat, UUID sittingId, boolean submitted, Boolean passed) { }
}
