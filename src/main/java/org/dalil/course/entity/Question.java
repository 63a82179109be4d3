package org.dalil.course.entity;

import java.util.List;

/** What can be answered right or wrong by marking: a question of a course or an item of an exam, without its words. */
public interface Question {

    /** Stable, the same in every language. */
    String id();

    Quiz.Kind kind();

    /** Ids in the order of the file; for match the left side. */
    List<String> choices();

    /** The right side of a match, otherwise empty. */
    List<String> right();

    /**
     * Single, true-false: one id; multiple, spot: the right ids; order: all ids in the right order; match: for each of
     * {@link #choices()}, in that order, the id on the right; scale: empty.
     */
    List<String> key();
}
