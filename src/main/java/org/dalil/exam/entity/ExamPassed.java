package org.dalil.exam.entity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody has passed an exam, for the first time in this sitting: fired in the transaction that decides it, be it the handing
 * in or a later scoring after an item was struck.
 *
 * @param courses the codes of the courses that were examined
 * @param passedAt on the whole way when the exam was handed in, of a renewal when it was decided
 * @param renewal what is renewed by it; null after the whole way
 */
public record ExamPassed(CandidateId candidate, Track track, List<String> courses, Instant passedAt, UUID sittingId, Renewed renewal) {

    /** @param cycle {@link Held#cycle} of the certificate @param satAt when the exam was handed in, however late it was decided */
    public record Renewed(int cycle, Instant satAt) { }

    /** Whether it is enough for a certificate: all courses of the track in one exam, or all of a renewal. */
    public boolean isWhole() {
        return (renewal == null ? SessionKind.FULL : SessionKind.RENEWAL).leftOut(track, courses).isEmpty();
    }

    /** On the whole way. */
    public ExamPassed(CandidateId candidate, Track track, List<String> courses, Instant passedAt, UUID sittingId) {
        this(candidate, track, courses, passedAt, sittingId, null);
    }
}
