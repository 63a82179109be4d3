package org.dalil.learning.entity;

import java.util.UUID;

/** A card has completed a course: all modules, and the post-test submitted. */
public record CourseCompleted(UUID cardId, UUID courseId, UUID versionId) { }
