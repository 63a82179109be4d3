package org.dalil.course.entity;

/**
 * A checked course on its way to being published.
 *
 * @param hash SHA-256 over all files of the course's folder, hex: the same folder twice is the same draft
 */
public record CourseDraft(Course course, String hash) { }
