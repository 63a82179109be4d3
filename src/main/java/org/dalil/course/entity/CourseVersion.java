package org.dalil.course.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * What is served and what attempts are pinned to.
 *
 * @param id     of the version
 * @param number counted from 1 within the course
 */
public record CourseVersion(UUID id, int number, Instant publishedAt, Course course) { }
