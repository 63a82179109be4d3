package org.dalil.assessment.entity;

import java.util.UUID;

/** An attempt was submitted; observed in the same transaction. */
public record AttemptSubmitted(UUID attemptId, UUID cardId, UUID courseId, UUID versionId, Occasion occasion) { }
