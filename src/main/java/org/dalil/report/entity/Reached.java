package org.dalil.report.entity;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody in a course, who has not been put into a party yet or whose party waits. Not for anybody's eyes.
 *
 * @param place       where they stand
 * @param participant what they did
 * @param mark        the course's pass mark, 0 to 100
 * @param counted     whether they are in a party already
 */
public record Reached(UUID card, UUID course, Place place, Participant participant, double mark, boolean counted) {

    /** Their two tests at this stage. */
    public Optional<PairedScore> pair(Stage stage) {
        return stage == Stage.COURSE ? participant.pair() : participant.followUp(stage);
    }

    public boolean isPaired() {
        return participant.pair().isPresent();
    }
}
