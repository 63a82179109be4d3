package org.dalil.exam.entity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody has passed an exam, for the first time in this sitting: fired in the transaction that decides it, be it the handing
 * in or a later scoring after an item was struck.
 *
 * @param courses the codes of the courses that were examined
 */
public record ExamPassed(CandidateId candidate, Track track, List<String> courses, Instant passedAt, UUID sittingId) { }
