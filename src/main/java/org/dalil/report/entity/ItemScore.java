package org.dalil.report.entity;

import java.util.List;

/**
 * What one sitting brought at one scored item, without saying whose it was. Not for anybody's eyes.
 *
 * @param item      its id, the same in every language
 * @param objective its id
 * @param choice    whether exactly one thing is marked
 * @param score     0 to 1; 0 if skipped or never reached
 * @param skipped   whether there is no answer
 * @param marks     ids of what was marked; empty if skipped
 */
public record ItemScore(String item, String objective, boolean choice, double score, boolean skipped, List<String> marks) {

    boolean isRight() {
        return score > 1 - 1e-9;
    }
}
