package org.dalil.exam.entity;

/**
 * What a card brought.
 *
 * @param added modules that are new on the path
 * @param spent modules that counted before, for somebody else or in an earlier renewal
 * @param again whether some of these would have been for a renewal
 */
public record Confirmed(int added, int spent, boolean again) {

    /** Both together. */
    public Confirmed and(Confirmed other) {
        return new Confirmed(added + other.added, spent + other.spent, again || other.again);
    }
}
