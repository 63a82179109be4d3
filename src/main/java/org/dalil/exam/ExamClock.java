package org.dalil.exam;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.exam.control.Marking;
import org.dalil.exam.control.SessionStore;
import org.dalil.exam.control.SittingStore;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.Sitting;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;

/** The clock of all exams: gives back the time in which the platform was away, and hands in for those whose time is over. */
@Door
public class ExamClock {

    /** How often it beats. */
    public static final Duration BEAT = Duration.ofSeconds(5);

    /** A longer silence is an outage: no candidate could answer. */
    public static final Duration OUTAGE = Duration.ofSeconds(15);

    @Inject SessionStore sessions;
    @Inject SittingStore sittings;
    @Inject Marking marking;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /** One beat. @return how many sittings were handed in because their time was over */
    @RequiresPermissions("exam:clock")
    @Transactional
    public int beat() {
        return tick(OUTAGE);
    }

    /** The first beats of a server, before and when it serves pages again: nobody could answer since the last one, however short that was. */
    @RequiresPermissions("exam:clock")
    @Transactional
    public int wake() {
        return tick(Duration.ZERO);
    }

    private int tick(Duration unnoticed) {
        List<Session> open = sessions.open();
        if (open.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        Optional<Duration> silence = sessions.beat().map(last -> Duration.between(last, now)).filter(s -> s.compareTo(unnoticed) > 0);
        if (silence.isPresent()) {
            // A room that stood still anyway gets its time when it goes on.
            open.stream().filter(s -> s.pausedAt() == null).forEach(s -> giveBack(s, silence.get()));
        }
        List<Sitting> over = sittings.due(now);
        over.forEach(s -> marking.handIn(s, true, AuditTrail.actor()));
        return over.size();
    }

    private void giveBack(Session session, Duration silence) {
        if (sittings.giveBack(session.id(), silence) > 0) {
            sessions.note(session.id(), null, Incident.Kind.OUTAGE, (int) Math.max(1, silence.toMinutes()));
            trail.record(AuditTrail.actor(), "session.outage", session.id().toString(), silence.toSeconds() + " s");
        }
    }
}
