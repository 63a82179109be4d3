package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/** Names one session. */
public record SessionId(UUID value) implements Serializable {

    /** From an address; nothing if it is no id. */
    public static Optional<SessionId> of(String text) {
        try {
            return Optional.of(new SessionId(UUID.fromString(text)));
        } catch (IllegalArgumentException | NullPointerException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
