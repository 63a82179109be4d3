package org.dalil.report.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Whom a figure is about: whole parties, each of which is always the same people.
 *
 * @param parties how many people each has, by its id
 */
public record Scope(Map<UUID, Integer> parties) {

    public Scope {
        parties = Map.copyOf(parties);
    }

    static Scope of(Collection<Scope> many) {
        Map<UUID, Integer> all = new HashMap<>();
        many.forEach(s -> all.putAll(s.parties));
        return new Scope(all);
    }

    public int people() {
        return parties.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many people are in this one and not in the other. */
    int peopleNotIn(Scope other) {
        return parties.entrySet().stream().filter(e -> !other.parties.containsKey(e.getKey())).mapToInt(Map.Entry::getValue).sum();
    }

    boolean isWithin(Scope other) {
        return other.parties.keySet().containsAll(parties.keySet());
    }
}
