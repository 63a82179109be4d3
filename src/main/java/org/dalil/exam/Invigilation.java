package org.dalil.exam;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.EntryThrottle;
import org.dalil.exam.control.Examined;
import org.dalil.exam.control.Pulse;
import org.dalil.exam.control.SeatQuery;
import org.dalil.exam.control.SessionStore;
import org.dalil.exam.control.SittingStore;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.RoomView;
import org.dalil.exam.entity.SeatRow;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.Sitting;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.Submissions;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;
import org.dalil.platform.entity.VisitLeft;
import org.dalil.workshop.entity.JoinCode;

/**
 * What an invigilator does in the room. The code of one session, later the cookie of the browser it was typed into, is the
 * permission; it is looked up each time, so a session can only ever be the one that the code was made for.
 */
@Door
public class Invigilation {

    /** The most minutes that are given back at once. */
    public static final int MOST_MINUTES = 60;

    @Inject SessionStore store;
    @Inject SittingStore sittings;
    @Inject SeatQuery seats;
    @Inject Examined examined;
    @Inject Pulse pulse;
    @Inject Keys keys;
    @Inject Submissions submissions;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    private final EntryThrottle addresses = new EntryThrottle();

    /** Comes in with a session's code. @param renewal gives the browser a new cookie @throws Refused if it opens no session, or one that is over */
    @OpenToAll
    @Transactional
    public void enter(CardCode code, Supplier<String> renewal, String address) {
        if (!addresses.mayTry(address, clock.instant())) {
            throw new Refused("exam.signIn.wait");
        }
        Optional<Session> session = store.entrusted(code);
        if (session.isEmpty()) {
            addresses.failed(address, clock.instant());
            throw new Refused("exam.room.unknown");
        }
        session.get().refuseIfClosed();
        store.begin(session.get().id(), renewal.get());
        trail.record(actor(session.get().id()), "session.enter", session.get().id().toString());
    }

    private static String actor(SessionId id) {
        return "invigilator:" + id;
    }

    private SessionId own(String cookie) {
        return Optional.ofNullable(cookie).flatMap(store::watched).orElseThrow(() -> new Refused("exam.room.code"));
    }

    /** The room; nothing for a browser that came in with no code. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<RoomView> view(String cookie) {
        return store.watched(cookie).map(id -> new RoomView(store.get(id).row(), clock.instant(),
                seats.of(id).stream().map(Invigilation::withoutResult).toList(), store.incidents(id)));
    }

    private static SeatRow withoutResult(SeatRow s) {
        return new SeatRow(s.number(), s.candidate(), s.candidateNumber(), s.person(), s.sittingId(), s.answered(), s.asked(), s.endsAt(),
                s.submittedAt(), null);
    }

    /** Opens the session: candidates can begin. @throws Refused if no bank can fill the exam in any language */
    @OpenToAll
    @Transactional
    public void open(String cookie) {
        SessionId id = own(cookie);
        // What was silent until now concerns the other sessions, not this one.
        pulse.beat(Pulse.OUTAGE);
        Session session = store.locked(id);
        if (examined.languages(examined.versions(session.courses())).isEmpty()) {
            throw new Refused("exam.begin.bank");
        }
        session.open(JoinCode.of(keys.random(JoinCode.LENGTH)), clock.instant());
        note(session.id(), null, Incident.Kind.OPENED, null);
    }

    /** Stops everybody's clock. */
    @OpenToAll
    @Transactional
    public void pause(String cookie) {
        Session session = timed(own(cookie));
        session.pause(clock.instant());
        note(session.id(), null, Incident.Kind.PAUSED, null);
    }

    /** Goes on; nobody has lost time. */
    @OpenToAll
    @Transactional
    public void goOn(String cookie) {
        Session session = timed(own(cookie));
        Duration pause = session.goOn(clock.instant());
        sittings.giveBack(session.id(), pause);
        note(session.id(), null, Incident.Kind.RESUMED, (int) Math.max(0, pause.toMinutes()));
    }

    /** Gives one candidate minutes back. @param form sent again, it gives none */
    @OpenToAll
    @Transactional
    public void giveBack(Submission form, String cookie, int seat, int minutes) {
        SessionId id = own(cookie);
        boolean sent = submissions.before(form, "session.time", id + " " + seat + " " + minutes).isPresent();
        Session session = store.locked(id);
        if (sent) {
            return;
        }
        session.refuseIfNotOpen();
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new Refused("exam.room.minutes", MOST_MINUTES);
        }
        CandidateId candidate = store.onSeat(session.id(), seat).orElseThrow(() -> new Refused("exam.room.seat", seat));
        Sitting sitting = sittings.in(session.id(), candidate).flatMap(s -> sittings.locked(s.id(), candidate)).filter(s -> !s.isSubmitted())
                .orElseThrow(() -> new Refused("exam.room.notSitting", seat));
        sitting.giveBack(Duration.ofMinutes(minutes));
        note(session.id(), seat, Incident.Kind.TIME, minutes);
    }

    /** Notes what happened. @param form sent again, it notes nothing @param seat null if it concerned everybody */
    @OpenToAll
    @Transactional
    public void note(Submission form, String cookie, Integer seat, Incident.Kind kind) {
        SessionId id = own(cookie);
        boolean sent = submissions.before(form, "session.note", id + " " + seat + " " + kind).isPresent();
        if (sent) {
            return;
        }
        if (!kind.isNoted()) {
            throw new Refused("exam.room.kind");
        }
        if (seat != null && store.onSeat(id, seat).isEmpty()) {
            throw new Refused("exam.room.seat", seat);
        }
        note(id, seat, kind, null);
    }

    /** Locked, and on a clock that everybody's end agrees with: what is measured now must not be moved by an earlier silence. */
    private Session timed(SessionId id) {
        pulse.catchUp();
        return store.locked(id);
    }

    private void note(SessionId id, Integer seat, Incident.Kind kind, Integer minutes) {
        store.note(id, seat, kind, minutes);
        trail.record(actor(id), "session." + kind.slug(), id.toString(),
                (seat == null ? "" : "seat " + seat) + (minutes == null ? "" : " +" + minutes + " min"));
    }

    /** Ends the session: what is saved counts, and {@link ExamClock} hands it in, one by one. @return how many had not handed in */
    @OpenToAll
    @Transactional
    public int close(String cookie) {
        Session session = store.locked(own(cookie));
        if (!session.close(clock.instant())) {
            return 0;
        }
        int open = sittings.open(session.id());
        note(session.id(), null, Incident.Kind.CLOSED, null);
        return open;
    }

    /** The way out ends this browser's right, too. */
    @OpenToAll
    @Transactional
    public void left(@Observes VisitLeft exit) {
        store.end(exit.cookie());
    }
}
