package org.dalil.exam;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.exam.control.Marking;
import org.dalil.exam.control.Pulse;
import org.dalil.exam.control.RescoreStore;
import org.dalil.exam.control.SessionStore;
import org.dalil.exam.control.SittingStore;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.Sitting;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;

/**
 * The clock of all exams: gives back the time in which the platform was away, and hands in for those whose time is over or whose
 * session was ended, and marks again after a strike; each sitting in a transaction of its own, so that a hall holds nobody else up and one faulty sitting no other.
 */
@Door
public class ExamClock {

    /** How often it beats. */
    public static final Duration BEAT = Duration.ofSeconds(5);

    @Inject SessionStore sessions;
    @Inject SittingStore sittings;
    @Inject RescoreStore rescores;
    @Inject Marking marking;
    @Inject Pulse pulse;
    @Inject Clock clock;

    /** One beat. */
    @RequiresPermissions("exam:clock")
    @Transactional
    public void beat() {
        tick(Pulse.OUTAGE);
    }

    /** The first beats of a server, before and when it serves pages again: nobody could answer since the last one, however short that was. */
    @RequiresPermissions("exam:clock")
    @Transactional
    public void wake() {
        tick(Duration.ZERO);
    }

    private void tick(Duration unnoticed) {
        if (!sessions.open().isEmpty()) {
            pulse.beat(unnoticed);
        }
    }

    /** The sittings to be handed in now. Until a silence is given back nobody's time is over, but an ended session is. */
    @RequiresPermissions("exam:clock")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<UUID> over() {
        return sittings.due(pulse.isOff() ? Instant.EPOCH : clock.instant());
    }

    /** Hands one sitting in and marks it, if that is still due. @return whether it was */
    @RequiresPermissions("exam:clock")
    @Transactional
    public boolean handIn(UUID id) {
        Optional<Sitting> due = sittings.locked(id).filter(s -> isDue(s, sessions.get(s.sessionId())));
        due.ifPresent(s -> marking.handIn(s, true, AuditTrail.actor()));
        return due.isPresent();
    }

    /** The sittings that wait to be marked again after a strike. */
    @RequiresPermissions("exam:clock")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<UUID> struck() {
        return rescores.waiting();
    }

    /** Marks one sitting again; it has a result again with that. @return whether it still waited */
    @RequiresPermissions("exam:clock")
    @Transactional
    public boolean markAgain(UUID id) {
        Optional<Sitting> sitting = sittings.locked(id);
        // Read before the items are: a strike that comes later has a number of its own.
        List<Long> numbers = rescores.numbers(id);
        if (numbers.isEmpty()) {
            return false;
        }
        rescores.done(numbers);
        sitting.ifPresent(s -> marking.again(s, AuditTrail.actor()));
        return true;
    }

    private boolean isDue(Sitting sitting, Session session) {
        return !sitting.isSubmitted()
                && (session.isClosed() || session.pausedAt() == null && sitting.isOver(null, clock.instant()));
    }
}
