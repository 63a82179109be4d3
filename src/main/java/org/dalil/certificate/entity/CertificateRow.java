package org.dalil.certificate.entity;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Held;
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

    /** At this moment. It ends soon from the day on which it can be renewed. @param zone of the people who hold it */
    public State state(Instant now, ZoneId zone) {
        return ground != null ? State.REVOKED : now.isAfter(expires) ? State.EXPIRED
                : now.isBefore(Held.opens(expires, zone)) ? State.VALID : State.ENDING;
    }

    /** Whether its holder should think of renewing it. */
    public boolean isToRenew(Instant now, ZoneId zone) {
        State state = state(now, zone);
        return latest && (state == State.ENDING || state == State.EXPIRED);
    }
}
