package org.dalil.learning.entity;

/**
 * What a card has seen of a module.
 *
 * @param seen      one bit a card, bit 0 the first
 * @param lastCard  the card it was left at, from 1
 * @param readToEnd whether the last card was reached and moved on from
 * @param played    whether the chat ended or was skipped
 */
public record ModuleProgress(int module, long seen, int lastCard, boolean readToEnd, boolean played) {

    /** Of a module nobody has opened. */
    public static ModuleProgress none(int module) {
        return new ModuleProgress(module, 0, 0, false, false);
    }

    public boolean hasSeen(int card) {
        return (seen >> (card - 1) & 1) == 1;
    }

    /** How many different cards. */
    public int count() {
        return Long.bitCount(seen);
    }

    /** Its last card was reached and its scenario ended or was skipped (measurement, section 5). */
    public boolean isComplete() {
        return readToEnd && played;
    }

    public boolean isStarted() {
        return seen != 0 || played;
    }
}
