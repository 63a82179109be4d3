package org.dalil.report.entity;

/**
 * The fewest people whose scores a trainer sees together, in the room, on the screen. What leaves the room is about
 * {@link SmallestGroup}.
 */
public enum RoomGroup implements Group {
    FIVE;

    @Override
    public int people() {
        return 5;
    }
}
