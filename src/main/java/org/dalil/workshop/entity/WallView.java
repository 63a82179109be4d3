package org.dalil.workshop.entity;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The room as everybody in it may see it on the wall: how to join, and how many have.
 *
 * @param at      when this was read, by the server's clock
 * @param present how many are there
 */
public record WallView(WorkshopRow workshop, Instant at, int present) implements Shown {

    /** The code to join with; empty when nobody can. */
    public Optional<JoinCode> code() {
        return workshop.joinCode(at);
    }

    @Override
    public String frame() {
        return Integer.toHexString(Objects.hash(code()));
    }

    @Override
    public String people() {
        return Integer.toHexString(present);
    }
}
