package org.dalil.exam.entity;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in the room.
 *
 * @param candidateNumber what the candidate shows instead of a name
 * @param person          null where the key of names is lost
 * @param sittingId       null before the exam was begun; the same for the last four
 * @param passed          null before there is a verdict, and while the sitting waits to be marked again
 */
public record SeatRow(int number, CandidateId candidate, int candidateNumber, Person person, UUID sittingId, int answered, int asked,
                      Instant endsAt, Instant submittedAt, Boolean passed) implements Serializable {

    public boolean isBusy() {
        return sittingId != null && submittedAt == null;
    }
}
