package org.dalil.report.entity;

import java.util.Map;
import org.dalil.course.entity.Form;

/**
 * What one person reached before and after, without saying who. Not for anybody's eyes.
 *
 * @param before     score of the test before, 0 to 100
 * @param after      score of the test after, 0 to 100
 * @param first      the form taken before; the other one was taken after
 * @param exposure   share of the course's cards seen before the test after, 0 to 1
 * @param early      whether a test was closed early and still counts
 * @param objectives scores by objective; those that both forms have items of
 */
public record PairedScore(double before, double after, Form first, double exposure, boolean early,
                          Map<String, ObjectiveScore> objectives) {

    /**
     * The scores over the items of one objective.
     *
     * @param before      0 to 100
     * @param itemsBefore how many scored items of it the form before has, at least 1
     * @param after       0 to 100
     * @param itemsAfter  how many the form after has, at least 1
     */
    public record ObjectiveScore(double before, int itemsBefore, double after, int itemsAfter) { }
}
