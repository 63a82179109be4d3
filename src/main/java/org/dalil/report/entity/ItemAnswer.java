package org.dalil.report.entity;

import java.util.List;

/**
 * What somebody answered at an item, without saying who. Not for anybody's eyes.
 *
 * @param score   0 to 1; 0 if skipped
 * @param rest    the mean score at the other scored items of the same sitting, 0 to 1
 * @param skipped whether there is no answer
 * @param marks   ids of what was marked; empty if skipped
 */
public record ItemAnswer(double score, double rest, boolean skipped, List<String> marks) {

    /** A right answer has the whole score. */
    boolean isRight() {
        return score > 1 - 1e-9;
    }
}
