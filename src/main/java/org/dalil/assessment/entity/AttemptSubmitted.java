package org.dalil.assessment.entity;

import java.util.UUID;

/**
 * An attempt was submitted; observed in the same transaction. Not told of a pre-test that was handed in without one: nothing follows
 * from it.
 */
public record AttemptSubmitted(UUID attemptId, UUID cardId, UUID courseId, UUID versionId, Occasion occasion) { }
