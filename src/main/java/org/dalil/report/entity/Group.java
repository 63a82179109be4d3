package org.dalil.report.entity;

/** How many people a figure must be about. Smaller numbers are hidden. */
public sealed interface Group permits SmallestGroup, RoomGroup {

    /** At least so many. */
    int people();

    default boolean holds(int count) {
        return count >= people();
    }

    /** The most people that a hidden group can have. */
    default int most() {
        return people() - 1;
    }
}
