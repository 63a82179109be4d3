package org.dalil.exam;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.account.entity.CardCode;
import org.dalil.course.entity.CourseVersion;
import org.dalil.exam.control.CandidateRows;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.control.Examined;
import org.dalil.exam.control.SeatQuery;
import org.dalil.exam.control.SessionStore;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateRow;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.Missing;
import org.dalil.exam.entity.SeatRow;
import org.dalil.exam.entity.Seating;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.SessionKind;
import org.dalil.exam.entity.SessionRow;
import org.dalil.exam.entity.Terms;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.Submissions;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;

/** Sessions as certifiers plan them and look back on them. What happens in the room is the invigilator's: {@link Invigilation}. */
@Door
public class ExamSessions {

    /** The most seats of one session. */
    public static final int MOST = 500;

    @Inject SessionStore store;
    @Inject SeatQuery seats;
    @Inject CandidateStore candidates;
    @Inject CandidateRows rows;
    @Inject Examined examined;
    @Inject Keys keys;
    @Inject Acting acting;
    @Inject Submissions submissions;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /** All, the latest day first. */
    @RequiresPermissions("exam:session")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<SessionRow> all() {
        return store.all().stream().map(Session::row).toList();
    }

    /** One. @throws Refused if there is none */
    @RequiresPermissions("exam:session")
    @Transactional(Transactional.TxType.SUPPORTS)
    public SessionRow one(SessionId id) {
        return store.get(id).row();
    }

    /**
     * Plans a session.
     *
     * @param form    sent again, it plans no other
     * @param courses codes; of a renewal they are the track's own
     * @throws Refused with the one thing that is wrong with it
     */
    @RequiresPermissions("exam:session")
    @Transactional
    public SessionId plan(Submission form, SessionKind kind, Track track, List<String> courses, String place, LocalDate heldOn) {
        Optional<String> before = submissions.before(form, "session.plan", submissions.contentOf(form, kind, track, courses, place, heldOn));
        if (before.isPresent()) {
            return SessionId.of(before.get()).orElseThrow();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        if (heldOn == null || heldOn.isBefore(today.minusDays(1)) || heldOn.isAfter(today.plusYears(1))) {
            throw new Refused("exam.plan.day");
        }
        examined.versions(kind == SessionKind.RENEWAL ? track.renewal() : courses);
        Session session = kind == SessionKind.RENEWAL ? Session.ofRenewal(track, place, heldOn, acting.staff(), clock.instant())
                : new Session(track, courses, place, heldOn, acting.staff(), clock.instant());
        session.entrust(store.mac(CardCode.of(keys.random(8))));
        store.add(session);
        submissions.done(form, "session.plan", session.id().toString());
        trail.record(AuditTrail.actor(), "session.plan", session.id().toString(), kind.slug());
        return session.id();
    }

    /**
     * A code for the invigilator, to be handed over now: it is known at this moment only. An earlier one ends, with its browsers.
     *
     * @param form sent again, it makes no other
     * @throws Refused if the session is over, or the form was sent before and its code has ended
     */
    @RequiresPermissions("exam:session")
    @Transactional
    public CardCode entrust(Submission form, SessionId id) {
        CardCode code = CardCode.of(submissions.secret(form, "session.entrust"));
        boolean sent = submissions.before(form, "session.entrust", id.toString()).isPresent();
        Session session = store.locked(id);
        if (sent) {
            session.refuseIfClosed();
            if (!session.isEntrustedWith(store.mac(code))) {
                throw new Refused("exam.session.codeEnded");
            }
            return code;
        }
        session.entrust(store.mac(code));
        store.endAll(id);
        trail.record("session.entrust", id.toString());
        return code;
    }

    /**
     * Gives seats to those candidates of the session's track who have learnt what it asks, and whose certificate can be renewed now if it
     * is for that. @return who has none, and why
     */
    @RequiresPermissions("exam:session")
    @Transactional
    public Seating seat(SessionId id, Collection<CandidateId> ids) {
        Session session = store.locked(id);
        session.refuseIfClosed();
        if (seats.of(id).size() + ids.size() > MOST) {
            throw new Refused("exam.session.full", MOST);
        }
        List<CandidateRow> asked = rows.of(candidates.byIds(ids.stream().map(CandidateId::value).toList()));
        List<CandidateRow> ofTrack = asked.stream().filter(c -> c.track() == session.track()).toList();
        List<CandidateRow> ready = ofTrack.stream().filter(c -> c.noSeat(session.kind()).isEmpty()).toList();
        ready.forEach(c -> store.seat(id, c.id()));
        trail.record(AuditTrail.actor(), "session.seat", id.toString(), String.valueOf(ready.size()));
        return new Seating(ready.size(), asked.size() - ofTrack.size(), ofTrack.stream()
                .flatMap(c -> c.noSeat(session.kind()).map(why -> new Seating.Without(c, why)).stream())
                .sorted(Comparator.comparing(Seating.Without::why)).toList());
    }

    /** Takes a seat away. @throws Refused if the exam was begun there */
    @RequiresPermissions("exam:session")
    @Transactional
    public void unseat(SessionId id, CandidateId candidate) {
        store.locked(id).refuseIfClosed();
        if (!store.unseat(id, candidate)) {
            throw new Refused("exam.session.begun");
        }
        trail.record(AuditTrail.actor(), "session.unseat", id.toString(), candidate.toString());
    }

    /** The seats, with names and results. */
    @RequiresPermissions("exam:session")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<SeatRow> seats(SessionId id) {
        return seats.of(store.get(id).id());
    }

    /** What happened in the room, the newest first. */
    @RequiresPermissions("exam:session")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Incident> incidents(SessionId id) {
        return store.incidents(store.get(id).id());
    }

    /** What the banks lack for this session, by language; a language without a gap can be examined in. */
    @RequiresPermissions("exam:session")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<String, List<Missing>> missing(SessionId id) {
        List<CourseVersion> versions = examined.versions(store.get(id).courses());
        Map<String, List<Missing>> missing = new TreeMap<>();
        Language.ALL.forEach(l -> missing.put(l.tag(), examined.missing(versions, l.tag())));
        return missing;
    }

    /** What a track asks of those who are examined. */
    @RequiresPermissions("exam:session")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Terms> terms() {
        return java.util.Arrays.stream(Track.values()).map(store::terms).toList();
    }

    /** A track asks something else from the next sitting on. */
    @RequiresPermissions("exam:session")
    @Transactional
    public void set(Terms terms) {
        store.set(terms);
        trail.record(AuditTrail.actor(), "exam-terms.set", terms.track().slug(),
                terms.attempts() + " " + terms.coolDownDays() + " " + terms.passMark());
    }
}
