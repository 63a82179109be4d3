package org.dalil.report.entity;

import java.util.Optional;
import java.util.UUID;

/**
 * The figures of one course as they are. Not for anybody's eyes: see {@link PublishedReport}.
 *
 * @param pairs nothing where nobody took both tests, or too few did when this was kept
 */
public record CourseFigures(UUID courseId, Turnout turnout, Optional<PairFigures> pairs) {

    /** As they may be kept: a mean of a few people is nothing to remember after one of them has erased their card. */
    CourseFigures fit(SmallestGroup smallest) {
        return new CourseFigures(courseId, turnout, pairs.filter(p -> smallest.holds(p.people())));
    }
}
