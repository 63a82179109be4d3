package org.dalil.course.entity;

import java.util.Map;

/**
 * One module of a course.
 *
 * @param number    from 1, the order in which modules are offered
 * @param name      the folder, for example {@code 2-getting-close}
 * @param minutes   reading and playing time
 * @param objective the id of its tested objective
 * @param note      whether a content note stands before it
 * @param lessons   by language
 * @param scenario  its branching chat
 * @param runSheets by language
 */
public record Module(int number, String name, int minutes, String objective, boolean note,
                     Map<String, Lesson> lessons, Scenario scenario, Map<String, RunSheet> runSheets) {

    /** The number of cards, the same in every language. */
    public int cards() {
        return lessons.values().iterator().next().cards().size();
    }
}
