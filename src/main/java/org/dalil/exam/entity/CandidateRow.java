package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.Optional;

/**
 * A candidate as lists show it to those who need the name.
 *
 * @param person  null where the key of names is lost
 * @param state   what they have done so far
 * @param path    what they have learnt for the exam, and what not yet
 * @param renewal of the certificate that they hold; null if they hold none
 */
public record CandidateRow(CandidateId id, int number, Track track, int extraPercent, Person person, State state, Path path,
                           Renewal renewal) implements Serializable {

    /** How far a candidate has come with the way in. */
    public enum State { ADDED, INVITED, SIGNED_UP }

    /** Whether they are renewing their certificate, or could be. */
    public boolean isRenewing() {
        return renewal != null && renewal.isOpen();
    }

    /** Why they get no seat in a session of this kind; nothing if they do. */
    public Optional<NoSeat> noSeat(SessionKind kind) {
        return NoSeat.of(kind, path, renewal);
    }

    /** What they learn for a session of this kind; nothing if they can't sit there at all. */
    public Optional<Path> path(SessionKind kind) {
        return kind == SessionKind.FULL ? Optional.of(path) : Optional.ofNullable(renewal).filter(Renewal::isOpen).map(Renewal::path);
    }
}
