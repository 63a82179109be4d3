package org.dalil.exam.entity;

import java.time.Instant;

/**
 * An appeal as pages show it.
 *
 * @param outcome null until it is decided, as what follows
 * @param reason  null where the key is lost, too
 */
public record AppealView(Appeal.Ground ground, Instant askedAt, Appeal.Outcome outcome, Reason reason, Instant decidedAt) {

    public boolean isOpen() {
        return outcome == null;
    }
}
