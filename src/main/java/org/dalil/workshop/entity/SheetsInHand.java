package org.dalil.workshop.entity;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Sheets of these people are about to be keyed in or decided. Observed at once: who knows that a sheet can't count any more says so now,
 * before anybody has worked on it. {@link SheetTaken} is still refused.
 */
public final class SheetsInHand {

    private final UUID courseId;
    private final Set<UUID> cards;
    private final Set<UUID> late = new HashSet<>();

    public SheetsInHand(UUID courseId, Set<UUID> cards) {
        this.courseId = courseId;
        this.cards = Set.copyOf(cards);
    }

    public UUID courseId() {
        return courseId;
    }

    public Set<UUID> cards() {
        return cards;
    }

    /** What comes of this card now comes too late. */
    public void late(UUID card) {
        late.add(card);
    }

    public boolean isLate(UUID card) {
        return late.contains(card);
    }
}
