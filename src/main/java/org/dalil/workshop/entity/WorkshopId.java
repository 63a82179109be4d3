package org.dalil.workshop.entity;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/** Names one workshop to other features; also the scope in which its cards' forms are balanced. */
public record WorkshopId(UUID value) implements Serializable {

    /** From an address; nothing if it is no id. */
    public static Optional<WorkshopId> of(String text) {
        try {
            return Optional.of(new WorkshopId(UUID.fromString(text)));
        } catch (IllegalArgumentException | NullPointerException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
