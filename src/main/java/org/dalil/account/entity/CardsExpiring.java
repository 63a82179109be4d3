package org.dalil.account.entity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Cards that were not used for so long that they and all that belongs to them go now. Whoever still needs one says so at once;
 * observed in the same transaction.
 */
public final class CardsExpiring {

    private final Set<UUID> cards;

    public CardsExpiring(Collection<UUID> cards) {
        this.cards = new HashSet<>(cards);
    }

    /** Those that go unless somebody keeps them. */
    public Set<UUID> cards() {
        return Set.copyOf(cards);
    }

    /** These are still needed. */
    public void keep(Collection<UUID> needed) {
        cards.removeAll(needed);
    }
}
