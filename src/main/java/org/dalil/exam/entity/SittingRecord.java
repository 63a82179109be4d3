package org.dalil.exam.entity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that is known of a sitting beside its questions and answers, for the certifier who decides how it goes on.
 *
 * @param seat      of whom, where, how far
 * @param language  of the exam
 * @param begunAt   when it was drawn
 * @param early     whether the clock or the invigilator handed it in
 * @param extra     percent of time beyond the limit, as it is allowed now
 * @param markings  the oldest first
 * @param waiting   whether it waits to be marked again
 * @param incidents of this candidate and of the whole room, the newest first
 * @param tried     attempts that count, this one too if it does
 * @param allowed   attempts that the track allows
 * @param grant     null if none was granted in its place
 */
public record SittingRecord(UUID id, SessionRow session, SeatRow seat, String language, Instant begunAt, boolean early, int extra,
                            List<Marked> markings, boolean waiting, List<Incident> incidents, long tried, int allowed, Grant grant) {

    /** Whether another attempt can be granted in its place now. */
    public boolean isGrantable() {
        return !waiting && grant == null && Boolean.FALSE.equals(seat.passed());
    }
}
