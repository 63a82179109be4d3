package org.dalil.assessment.entity;

import org.dalil.course.entity.Form;

/**
 * Which form comes first, balanced: blocks of four with two of each, so that a group is never split worse than by two
 * (measurement, section 1: hashing an id splits groups of eight 3:1 or worse about 29 % of the time).
 *
 * @param forms four letters, two A and two B
 * @param taken how many of them are given out, 0 to 4
 */
public record FormBlock(String forms, int taken) {

    private static final String[] ORDERS = {"ABBA", "BAAB", "ABAB", "BABA", "AABB", "BBAA"};

    /** A new block, nothing of it given out. @param random any number, for the order */
    public static FormBlock fresh(int random) {
        return new FormBlock(ORDERS[Math.floorMod(random, ORDERS.length)], 0);
    }

    /** The form given out last: at least one is. */
    public Form latest() {
        return Form.valueOf(forms.substring(taken - 1, taken));
    }
}
