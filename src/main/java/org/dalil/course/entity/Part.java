package org.dalil.course.entity;

/**
 * A part of a course that a group may be let into on its own: the test before, a module, the test after.
 *
 * @param value {@code PRE}, {@code POST} or a module's number
 */
public record Part(String value) {

    public static final Part BEFORE = new Part("PRE");
    public static final Part AFTER = new Part("POST");

    /** @throws IllegalArgumentException if it is none of the three */
    public Part {
        if (!value.matches("PRE|POST|[1-9][0-9]?")) {
            throw new IllegalArgumentException("no part of a course");
        }
    }

    /** @param number of the module, from 1 */
    public static Part module(int number) {
        return new Part(String.valueOf(number));
    }

    @Override
    public String toString() {
        return value;
    }
}
