package org.dalil.exam.entity;

import java.util.Locale;
import java.util.Optional;

/** Why somebody gets no seat in a session of their track. */
public enum NoSeat {
    /** Something is still to be learnt. */
    LEARNING,
    /** There is nothing to renew: no certificate of this track, or it was revoked. */
    NO_CERTIFICATE,
    /** It is too early for the renewal. */
    EARLY,
    /** It is too late for the renewal. */
    LATE;

    /** @return nothing for who may sit. @param renewal null for who holds no certificate */
    public static Optional<NoSeat> of(SessionKind kind, Path path, Renewal renewal) {
        if (kind == SessionKind.FULL) {
            return path.isComplete() ? Optional.empty() : Optional.of(LEARNING);
        }
        return window(Optional.ofNullable(renewal).map(Renewal::state))
                .or(() -> renewal.path().isComplete() ? Optional.empty() : Optional.of(LEARNING));
    }

    /** Whether a certificate can be renewed now. @param state nothing for who holds none */
    public static Optional<NoSeat> window(Optional<Held.State> state) {
        return state.isEmpty() ? Optional.of(NO_CERTIFICATE) : switch (state.get()) {
            case EARLY -> Optional.of(EARLY);
            case LATE -> Optional.of(LATE);
            case OPEN -> Optional.empty();
        };
    }

    /** As keys of texts write it: {@code no-certificate}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
