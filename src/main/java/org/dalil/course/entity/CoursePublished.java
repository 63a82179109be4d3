package org.dalil.course.entity;

import java.util.UUID;

/** A new version of a course is being served. */
public record CoursePublished(UUID courseId, UUID versionId) { }
