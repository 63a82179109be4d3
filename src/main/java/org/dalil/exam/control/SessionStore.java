package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.CardCode;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.Terms;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;

/** Sessions, their seats, what happened in them, and the browsers of their invigilators. */
@ApplicationScoped
public class SessionStore {

    @PersistenceContext
    EntityManager em;

    @Inject Keys keys;
    @Inject Clock clock;

    /** A new one. */
    public void add(Session session) {
        em.persist(session);
        em.flush();
    }

    /** @throws Refused if there is none */
    public Session get(SessionId id) {
        return Optional.ofNullable(em.find(Session.class, id.value())).orElseThrow(() -> new Refused("exam.session.none"));
    }

    /** As {@link #get}, locked until the transaction ends. */
    public Session locked(SessionId id) {
        return Optional.ofNullable(em.find(Session.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new Refused("exam.session.none"));
    }

    /** As {@link #get}, as it is now, and nobody ends it or stops its clock before the transaction ends; others may do the same at once. */
    public Session held(SessionId id) {
        // An ordinary read would show the database as it was when the transaction began.
        List<?> rows = em.createNativeQuery("SELECT * FROM exam_session WHERE id = ? LOCK IN SHARE MODE", Session.class)
                .setParameter(1, id.toString()).setHint("eclipselink.refresh", "true").getResultList();
        return rows.stream().findFirst().map(Session.class::cast).orElseThrow(() -> new Refused("exam.session.none"));
    }

    /** The latest day first. */
    public List<Session> all() {
        return em.createQuery("SELECT s FROM Session s ORDER BY s.heldOn DESC, s.number DESC", Session.class).setMaxResults(200).getResultList();
    }

    /** What a track asks. */
    public Terms terms(Track track) {
        List<?> rows = em.createNativeQuery("SELECT attempts, cool_down_days, pass_mark FROM exam_terms WHERE track = ?")
                .setParameter(1, track.name()).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Terms(track, ((Number) row[0]).intValue(),
                ((Number) row[1]).intValue(), ((Number) row[2]).intValue())).orElseGet(() -> Terms.usual(track));
    }

    /** A track asks something else from now on. */
    public void set(Terms terms) {
        em.createNativeQuery("""
                INSERT INTO exam_terms (track, attempts, cool_down_days, pass_mark) VALUES (?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE attempts = VALUES(attempts), cool_down_days = VALUES(cool_down_days), pass_mark = VALUES(pass_mark)
                """).setParameter(1, terms.track().name()).setParameter(2, terms.attempts()).setParameter(3, terms.coolDownDays())
                .setParameter(4, terms.passMark()).executeUpdate();
    }

    /** Gives a candidate the next seat; one who has one keeps it. */
    public void seat(SessionId id, CandidateId candidate) {
        em.createNativeQuery("""
                INSERT IGNORE INTO exam_seat (session_id, number, candidate_id)
                SELECT ?, COALESCE(MAX(number), 0) + 1, ? FROM exam_seat WHERE session_id = ?
                """).setParameter(1, id.toString()).setParameter(2, candidate.toString()).setParameter(3, id.toString()).executeUpdate();
    }

    /** Takes a seat away from somebody who has not begun. @return whether it was */
    public boolean unseat(SessionId id, CandidateId candidate) {
        return em.createNativeQuery("""
                DELETE FROM exam_seat
                 WHERE session_id = ? AND candidate_id = ?
                   AND NOT EXISTS (SELECT 1 FROM exam_sitting s WHERE s.session_id = exam_seat.session_id AND s.candidate_id = exam_seat.candidate_id)
                """).setParameter(1, id.toString()).setParameter(2, candidate.toString()).executeUpdate() > 0;
    }

    /** The seat of a candidate in a session. */
    public Optional<Integer> seatOf(SessionId id, CandidateId candidate) {
        return em.createNativeQuery("SELECT number FROM exam_seat WHERE session_id = ? AND candidate_id = ?").setParameter(1, id.toString())
                .setParameter(2, candidate.toString()).getResultStream().findFirst().map(n -> ((Number) n).intValue());
    }

    /** As {@link #seatOf}, locked until the transaction ends: what one candidate does twice comes one after the other. */
    public Optional<Integer> seatLocked(SessionId id, CandidateId candidate) {
        return em.createNativeQuery("SELECT number FROM exam_seat WHERE session_id = ? AND candidate_id = ? FOR UPDATE")
                .setParameter(1, id.toString()).setParameter(2, candidate.toString()).getResultStream().findFirst()
                .map(n -> ((Number) n).intValue());
    }

    /** Who sits on a seat. */
    public Optional<CandidateId> onSeat(SessionId id, int seat) {
        return em.createNativeQuery("SELECT candidate_id FROM exam_seat WHERE session_id = ? AND number = ?").setParameter(1, id.toString())
                .setParameter(2, seat).getResultStream().findFirst().map(c -> new CandidateId(UUID.fromString(c.toString())));
    }

    /** Notes what happened, for whoever has the seat now. @param seat or null, likewise the minutes */
    public void note(SessionId id, Integer seat, Incident.Kind kind, Integer minutes) {
        em.createNativeQuery("""
                INSERT INTO exam_incident (id, session_id, seat, candidate_id, kind, minutes, noted_at)
                VALUES (?, ?, ?, (SELECT candidate_id FROM exam_seat WHERE session_id = ? AND number = ?), ?, ?, ?)
                """).setParameter(1, NewId.next().toString()).setParameter(2, id.toString()).setParameter(3, seat).setParameter(4, id.toString())
                .setParameter(5, seat).setParameter(6, kind.name()).setParameter(7, minutes).setParameter(8, Timestamp.from(clock.instant()))
                .executeUpdate();
    }

    /** What happened, the newest first. */
    public List<Incident> incidents(SessionId id) {
        List<?> rows = em.createNativeQuery("""
                SELECT i.seat, i.kind, i.minutes, i.noted_at, c.number AS candidate
                  FROM exam_incident i
                  LEFT JOIN candidate c ON c.id = i.candidate_id
                 WHERE i.session_id = ?
                 ORDER BY i.number DESC
                """).setParameter(1, id.toString()).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Incident(number(row[0]), number(row[4]),
                Incident.Kind.valueOf(row[1].toString()), number(row[2]), ((Timestamp) row[3]).toInstant())).toList();
    }

    private static Integer number(Object column) {
        return column == null ? null : ((Number) column).intValue();
    }

    /** What an invigilator's code is found by. */
    public byte[] mac(CardCode code) {
        return keys.mac("exam-invigilator", Keys.CURRENT, code.value());
    }

    /** The session that this code opens. */
    public Optional<Session> entrusted(CardCode code) {
        return em.createQuery("SELECT s FROM Session s WHERE s.invigilator = :mac", Session.class).setParameter("mac", mac(code))
                .getResultStream().findFirst();
    }

    private byte[] mac(String cookie) {
        return keys.mac("invigilator-visit", Keys.CURRENT, cookie);
    }

    /** A browser that may act in this session from now on. */
    public void begin(SessionId id, String cookie) {
        em.createNativeQuery("INSERT INTO invigilator_visit (cookie_mac, session_id, started_at) VALUES (?, ?, ?)").setParameter(1, mac(cookie))
                .setParameter(2, id.toString()).setParameter(3, Timestamp.from(clock.instant())).executeUpdate();
    }

    /** The session that this browser may act in; for a day. */
    public Optional<SessionId> watched(String cookie) {
        return em.createNativeQuery("SELECT session_id FROM invigilator_visit WHERE cookie_mac = ? AND ended_at IS NULL AND started_at > ?")
                .setParameter(1, mac(cookie)).setParameter(2, Timestamp.from(clock.instant().minus(Duration.ofHours(20))))
                .getResultStream().findFirst().map(id -> new SessionId(UUID.fromString(id.toString())));
    }

    /** This browser may do nothing more. */
    public void end(String cookie) {
        em.createNativeQuery("UPDATE invigilator_visit SET ended_at = ? WHERE cookie_mac = ? AND ended_at IS NULL")
                .setParameter(1, Timestamp.from(clock.instant())).setParameter(2, mac(cookie)).executeUpdate();
    }

    /** Every browser of a session's invigilators: after another code. */
    public void endAll(SessionId id) {
        em.createNativeQuery("UPDATE invigilator_visit SET ended_at = ? WHERE session_id = ? AND ended_at IS NULL")
                .setParameter(1, Timestamp.from(clock.instant())).setParameter(2, id.toString()).executeUpdate();
    }

    /** The sessions that are open now. */
    public List<Session> open() {
        return em.createQuery("SELECT s FROM Session s WHERE s.openedAt IS NOT NULL AND s.closedAt IS NULL ORDER BY s.id", Session.class)
                .getResultList();
    }

    /** When the platform was last seen alive, if it ever was. */
    public Optional<Instant> lastBeat() {
        return em.createNativeQuery("SELECT beat FROM exam_pulse WHERE id = 1").getResultStream().findFirst().map(at -> ((Timestamp) at).toInstant());
    }

    /** The platform lives. @return when it did last, if it ever did */
    public Optional<Instant> beat() {
        Optional<Instant> last = em.createNativeQuery("SELECT beat FROM exam_pulse WHERE id = 1 FOR UPDATE").getResultStream().findFirst()
                .map(at -> ((Timestamp) at).toInstant());
        em.createNativeQuery("INSERT INTO exam_pulse (id, beat) VALUES (1, ?) ON DUPLICATE KEY UPDATE beat = VALUES(beat)")
                .setParameter(1, Timestamp.from(clock.instant())).executeUpdate();
        return last;
    }
}
