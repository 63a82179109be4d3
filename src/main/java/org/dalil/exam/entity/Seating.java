package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.List;

/**
 * What came of giving seats.
 *
 * @param seated  how many have one now
 * @param others  how many have none because they are on another track
 * @param without those of the track who have none, those with the same reason together
 */
public record Seating(int seated, int others, List<Without> without) implements Serializable {

    /** Somebody who got no seat, and why. */
    public record Without(CandidateRow candidate, NoSeat why) implements Serializable { }

    /** Those who have not learnt everything yet. */
    public List<CandidateRow> unready() {
        return without.stream().filter(w -> w.why() == NoSeat.LEARNING).map(Without::candidate).toList();
    }
}
