package org.dalil.certificate.entity;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * What a check found, and the minimum about the certificate.
 *
 * @param claim  what it says; null where nothing can be believed or nothing was found
 * @param ground why it was revoked; null if it was not
 * @param renewed whether there is a later one that renews it
 * @param name   whether the typed name is the holder's; empty if none was typed
 */
public record Checked(Outcome outcome, Seen claim, Ground ground, boolean renewed, Optional<Boolean> name) {

    /** What is shown of a certificate. */
    public record Seen(int number, String track, Instant issued, Instant expires) implements Serializable { }

    /** Each has its sentence. */
    public enum Outcome {
        VALID, EXPIRED, REVOKED,
        /** Its first day is still to come. */
        FUTURE,
        /** The signature does not fit what it says. */
        ALTERED,
        /** Signed with a key that is not ours. */
        WRONG_KEY,
        /** No signature at all, or a good one under a certificate that was never issued. */
        FORGED,
        /** No certificate that could be read. */
        UNREADABLE,
        /** There is no certificate with this code. */
        UNKNOWN;

        /** Whether what the certificate says may be shown. */
        boolean isOurs() {
            return this == VALID || this == EXPIRED || this == REVOKED || this == FUTURE;
        }
    }

    /** Nothing of it can be believed. */
    public static Checked nothing(Outcome outcome) {
        return new Checked(outcome, null, null, false, Optional.empty());
    }

    /** A claim whose signature is good, at this moment. @param ground null if it is not revoked @param renewed by a later one */
    public static Checked at(Instant now, Claim claim, Ground ground, boolean renewed, Optional<String> typed) {
        Outcome outcome = now.plusSeconds(CLOCKS).isBefore(claim.issued()) ? Outcome.FUTURE : ground != null ? Outcome.REVOKED
                : now.isAfter(claim.expires()) ? Outcome.EXPIRED : Outcome.VALID;
        return new Checked(outcome, new Seen(claim.number(), claim.track(), claim.issued(), claim.expires()), ground, renewed,
                typed.map(claim::bears));
    }

    /** Two clocks may differ by so many seconds. */
    private static final long CLOCKS = 300;
}
