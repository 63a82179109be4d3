package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.Session;
import org.dalil.platform.control.AuditTrail;

/**
 * When the platform was last seen alive on the server's clock. What lies between then and now is no candidate's time if it is long
 * (the platform was away, or the clock was put forward) or less than nothing (the clock was put back): ends move by it, so that
 * everybody has what was left when it was last seen. A room whose clock is stopped gets its time when it goes on.
 */
@ApplicationScoped
public class Pulse {

    /** A longer silence is an outage: no candidate could answer. */
    public static final Duration OUTAGE = Duration.ofSeconds(15);

    /** Two beats at once may be seen a moment apart; further back than this is a clock that was put back. */
    public static final Duration BACK = Duration.ofSeconds(1);

    @Inject SessionStore sessions;
    @Inject SittingStore sittings;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    private static boolean isOff(Duration silence, Duration unnoticed) {
        return silence.compareTo(unnoticed) > 0 || silence.compareTo(BACK.negated()) < 0;
    }

    /** Whether ends have still to be moved: until then nobody's time is over. */
    public boolean isOff() {
        return sessions.lastBeat().filter(last -> isOff(Duration.between(last, clock.instant()), OUTAGE)).isPresent();
    }

    /**
     * Beats, and moves the ends if that is due. Before a session is locked: the pulse is locked first everywhere.
     *
     * @param unnoticed the longest silence that is none
     */
    public void beat(Duration unnoticed) {
        List<Session> running = sessions.open().stream().filter(s -> s.pausedAt() == null).toList();
        Instant now = clock.instant();
        Optional<Duration> silence = sessions.beat().map(last -> Duration.between(last, now)).filter(s -> isOff(s, unnoticed));
        // Sittings first, the trail last: its end is locked for as short as can be.
        List<Session> moved = silence.map(s -> running.stream().filter(r -> sittings.giveBack(r.id(), s) > 0).toList()).orElse(List.of());
        moved.forEach(s -> note(s, silence.orElseThrow()));
        moved.forEach(s -> trail.record(AuditTrail.actor(), silence.orElseThrow().isNegative() ? "session.clock" : "session.outage",
                s.id().toString(), silence.orElseThrow().toSeconds() + " s"));
    }

    private void note(Session session, Duration silence) {
        if (silence.isNegative()) {
            sessions.note(session.id(), null, Incident.Kind.CLOCK, null);
        } else {
            sessions.note(session.id(), null, Incident.Kind.OUTAGE, (int) Math.max(1, silence.toMinutes()));
        }
    }

    /** As {@link #beat}, only if ends have still to be moved: before anything that counts on the server's clock. */
    public void catchUp() {
        if (isOff() && !sessions.open().isEmpty()) {
            beat(OUTAGE);
        }
    }
}
