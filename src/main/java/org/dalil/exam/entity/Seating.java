package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.List;

/**
 * What came of giving seats.
 *
 * @param seated  how many have one now
 * @param others  how many have none because they are on another track
 * @param unready those who have none because they have not learnt everything yet
 */
public record Seating(int seated, int others, List<CandidateRow> unready) implements Serializable { }
