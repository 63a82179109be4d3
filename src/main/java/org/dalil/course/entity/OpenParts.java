package org.dalil.course.entity;

import java.util.Map;

/**
 * What a card may begin now. A part that nobody has shut is open: people on their own have no gates at all.
 *
 * @param gates the parts that a group's trainer opens and shuts, with whether each is open
 */
public record OpenParts(Map<Part, Boolean> gates) {

    /** For people on their own. */
    public static final OpenParts ALL = new OpenParts(Map.of());

    public OpenParts {
        gates = Map.copyOf(gates);
    }

    public boolean isOpen(Part part) {
        return gates.getOrDefault(part, true);
    }

    /** Whether somebody opens and shuts parts of this course for this card. */
    public boolean isGuided() {
        return !gates.isEmpty();
    }
}
