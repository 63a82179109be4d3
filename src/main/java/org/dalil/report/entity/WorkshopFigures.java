package org.dalil.report.entity;

import java.util.List;
import java.util.UUID;

/**
 * Everything that a workshop's reports are made of, as a query finds it: lists in any order, without a card, a name or a moment.
 * Not for anybody's eyes: see {@link RoomReport} and {@link PublishedReport}.
 *
 * @param mark           the course's pass mark, 0 to 100
 * @param expected       how many people were planned for
 * @param turnout        everybody who was there, by how far they got
 * @param pairs          the scores of those who took both tests; as many as {@code turnout.paired}
 * @param unpairedBefore scores before, 0 to 100, of those who have a whole test before and are in no pair
 * @param items          the answers to each scored item, from whole tests
 */
public record WorkshopFigures(UUID workshopId, UUID courseId, double mark, int expected, Turnout turnout, List<PairedScore> pairs,
                              List<Double> unpairedBefore, List<ItemTally> items) {

    public WorkshopFigures {
        if (pairs.size() != turnout.paired()) {
            throw new IllegalArgumentException(pairs.size() + " pairs, but " + turnout.paired() + " people who took both tests");
        }
    }
}
