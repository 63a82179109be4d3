package org.dalil.exam.entity;

import java.util.List;
import java.util.SortedSet;

/**
 * What whoever is signed in may decide in a review, and who else can.
 *
 * @param own       the questions that they wrote, by their places; struck ones are none
 * @param faulty    whether the review is about a question that may be faulty
 * @param seconded  whether somebody else has looked and found none of the questions of others faulty
 * @param confirmed whether they themselves have
 * @param free      names of the other certifiers who wrote none of the questions
 * @param others    names of those who wrote some
 */
public record Judging(SortedSet<Integer> own, boolean faulty, boolean seconded, boolean confirmed, List<String> free, List<String> others) {

    /** Whether somebody else has to decide, or to look first. */
    public boolean waits() {
        return faulty && !own.isEmpty() && !seconded;
    }
}
