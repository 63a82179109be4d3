package org.dalil.exam.entity;

import java.io.Serializable;

/**
 * A candidate as lists show it to those who need the name.
 *
 * @param person null where the key of names is lost
 * @param state  what they have done so far
 * @param path   what they have learnt for the exam, and what not yet
 */
public record CandidateRow(CandidateId id, int number, Track track, int extraPercent, Person person, State state, Path path) implements Serializable {

    /** How far a candidate has come with the way in. */
    public enum State { ADDED, INVITED, SIGNED_UP }
}
