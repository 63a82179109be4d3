package org.dalil.report.entity;

import java.util.Optional;

/**
 * A course's figures now, beside what was last published of it.
 *
 * @param since what has happened since; everything where nothing was published yet
 */
public record Latest(CourseFigures now, Optional<Release> last, Release.Movement since) { }
