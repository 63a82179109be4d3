package org.dalil.course.entity;

import java.util.Arrays;
import java.util.List;

/**
 * What an exam on a course is made of: how many items of which difficulty from each topic, and what it takes to pass.
 * Every sitting draws its own items, so two sittings share the plan and not the questions.
 *
 * @param minutes  the time limit
 * @param passMark percent of all points that must be reached
 * @param topics   each the objective of one module, in the order of the file
 */
public record Blueprint(int minutes, int passMark, List<Topic> topics) {

    /** The number of items of one exam. */
    public int items() {
        return topics.stream().mapToInt(Topic::items).sum();
    }

    /** Where a bank holds fewer items than one exam draws; empty if an exam can be drawn from it. */
    public List<Gap> gaps(Bank bank) {
        return topics.stream().flatMap(t -> Arrays.stream(Difficulty.values())
                .map(d -> new Gap(t.id(), d, t.items(d), bank.count(t.id(), d)))).filter(g -> g.there() < g.wanted()).toList();
    }

    /**
     * One topic.
     *
     * @param id      the id of the objective
     * @param easy    how many easy items are drawn; likewise the other two
     * @param minimum percent of this topic's points that must be reached, however good the rest is
     */
    public record Topic(String id, int easy, int medium, int hard, int minimum) {

        /** How many items are drawn. */
        public int items() {
            return easy + medium + hard;
        }

        /** How many items of a difficulty are drawn. */
        public int items(Difficulty difficulty) {
            return switch (difficulty) {
                case EASY -> easy;
                case MEDIUM -> medium;
                case HARD -> hard;
            };
        }
    }

    /**
     * Too few items.
     *
     * @param wanted how many an exam draws
     * @param there  how many the bank holds
     */
    public record Gap(String topic, Difficulty difficulty, int wanted, int there) { }
}
