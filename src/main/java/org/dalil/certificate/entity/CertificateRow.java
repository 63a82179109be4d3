package org.dalil.certificate.entity;

import java.io.Serializable;
import java.time.Instant;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Track;

/**
 * A certificate in a list.
 *
 * @param ground null if it is not revoked
 * @param latest whether it is what the holder has now: not revoked, and the one of this track that ends last
 */
public record CertificateRow(CertificateId id, int number, CandidateId candidate, Track track, Instant issued, Instant expires,
                             Ground ground, boolean latest) implements Serializable {

    /** How it stands. */
    public enum State { VALID, ENDING, EXPIRED, REVOKED }

    public State state(Instant now) {
        return ground != null ? State.REVOKED : now.isAfter(expires) ? State.EXPIRED
                : now.plus(Order.REMINDER).isAfter(expires) ? State.ENDING : State.VALID;
    }

    /** Whether its holder should think of renewing it. */
    public boolean isToRenew(Instant now) {
        return latest && (state(now) == State.ENDING || state(now) == State.EXPIRED);
    }
}
