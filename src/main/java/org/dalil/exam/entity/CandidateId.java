package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.dalil.platform.entity.NewId;

/** Names one candidate to other features; says nothing about who it is. */
public record CandidateId(UUID value) implements Serializable {

    static CandidateId make() {
        return new CandidateId(NewId.next());
    }

    /** From an address; nothing if it is no id. */
    public static Optional<CandidateId> of(String text) {
        try {
            return Optional.of(new CandidateId(UUID.fromString(text)));
        } catch (IllegalArgumentException | NullPointerException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
