package org.dalil.exam.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A browser in which a candidate is signed in. @param id of the visit, which an exam under way is bound to */
public record CandidateVisit(UUID id, CandidateId candidate) {

    /** After this long without a step the password is asked again. Nothing is lost by it. */
    public static final Duration IDLE = Duration.ofMinutes(90);

    /** For this long a right password waits for the code of the app. */
    public static final Duration HALF = Duration.ofMinutes(10);

    /** Visits used before this moment are over. */
    public static Instant idleBefore(Instant now) {
        return now.minus(IDLE);
    }
}
