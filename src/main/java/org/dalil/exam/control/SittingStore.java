package org.dalil.exam.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dalil.assessment.entity.Response;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.PaperItem;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.Sitting;
import org.dalil.platform.control.Keys;

/** Sittings, their papers and answers. Whose they are is part of every question a candidate's page asks: a stranger's id finds nothing. */
@ApplicationScoped
public class SittingStore {

    @PersistenceContext
    EntityManager em;

    /** Single statements, outside any transaction: each is its own. */
    @Resource(lookup = "java:jboss/datasources/DalilStatements")
    DataSource statements;

    @Inject Keys keys;

    /** Begins a sitting with what was drawn; at least one item. */
    public void add(Sitting sitting, List<PaperItem> paper) {
        em.persist(sitting);
        em.flush();
        Query insert = em.createNativeQuery("INSERT INTO exam_paper (sitting_id, position, item_id, choices, rights) VALUES "
                + String.join(", ", Collections.nCopies(paper.size(), "(?, ?, ?, ?, ?)")));
        for (int i = 0; i < paper.size(); i++) {
            insert.setParameter(5 * i + 1, sitting.id().toString()).setParameter(5 * i + 2, i + 1)
                    .setParameter(5 * i + 3, paper.get(i).item().toString())
                    .setParameter(5 * i + 4, String.join(",", paper.get(i).choices()))
                    .setParameter(5 * i + 5, String.join(",", paper.get(i).right()));
        }
        insert.executeUpdate();
    }

    /** Sends to the database what was changed so far. */
    public void written() {
        em.flush();
    }

    /** One, whoever sat it. */
    public Optional<Sitting> get(UUID id) {
        return Optional.ofNullable(em.find(Sitting.class, id));
    }

    /** A candidate's own sitting. */
    public Optional<Sitting> of(UUID id, CandidateId candidate) {
        return em.createQuery("SELECT s FROM Sitting s WHERE s.id = :id AND s.candidateId = :candidate", Sitting.class).setParameter("id", id)
                .setParameter("candidate", candidate.value()).getResultStream().findFirst();
    }

    /** As {@link #of}, locked until the transaction ends. */
    public Optional<Sitting> locked(UUID id, CandidateId candidate) {
        return of(id, candidate).map(s -> {
            em.refresh(s, LockModeType.PESSIMISTIC_WRITE);
            return s;
        });
    }

    /** One, for the platform itself: as it is now, and locked until the transaction ends. */
    public Optional<Sitting> locked(UUID id) {
        return Optional.ofNullable(em.find(Sitting.class, id)).map(s -> {
            em.refresh(s, LockModeType.PESSIMISTIC_WRITE);
            return s;
        });
    }

    /** What a candidate sat in a session. */
    public Optional<Sitting> in(SessionId session, CandidateId candidate) {
        return em.createQuery("SELECT s FROM Sitting s WHERE s.sessionId = :session AND s.candidateId = :candidate", Sitting.class)
                .setParameter("session", session.value()).setParameter("candidate", candidate.value()).getResultStream().findFirst();
    }

    /** All that a candidate sat, the newest first. */
    public List<Sitting> of(CandidateId candidate) {
        return em.createQuery("SELECT s FROM Sitting s WHERE s.candidateId = :candidate ORDER BY s.drawnAt DESC", Sitting.class)
                .setParameter("candidate", candidate.value()).getResultList();
    }

    /** How many are under way in a session. */
    public int open(SessionId session) {
        return em.createQuery("SELECT COUNT(s) FROM Sitting s WHERE s.sessionId = :session AND s.submittedAt IS NULL", Long.class)
                .setParameter("session", session.value()).getSingleResult().intValue();
    }

    /** Those not handed in whose session was ended, or whose time is over while the room's clock runs; who has waited longest comes first. */
    public List<UUID> due(Instant now) {
        return em.createQuery("""
                SELECT s.id FROM Sitting s, Session x
                 WHERE x.id = s.sessionId AND s.submittedAt IS NULL
                   AND (x.closedAt IS NOT NULL OR (x.pausedAt IS NULL AND s.endsAt <= :now))
                 ORDER BY s.endsAt, s.id
                """, UUID.class).setParameter("now", now).getResultList();
    }

    /** The items in the order in which they are asked. */
    public List<PaperItem> paper(UUID sittingId) {
        List<?> rows = em.createNativeQuery("SELECT item_id, choices, rights FROM exam_paper WHERE sitting_id = ? ORDER BY position")
                .setParameter(1, sittingId.toString()).getResultList();
        return rows.stream().map(Object[].class::cast).map(SittingStore::item).toList();
    }

    /** The item at a place of the paper; nothing beside it. */
    public Optional<PaperItem> asked(UUID sittingId, int position) {
        List<?> rows = em.createNativeQuery("SELECT item_id, choices, rights FROM exam_paper WHERE sitting_id = ? AND position = ?")
                .setParameter(1, sittingId.toString()).setParameter(2, position).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(SittingStore::item);
    }

    private static PaperItem item(Object[] row) {
        return new PaperItem(UUID.fromString(row[0].toString()), list(row[1]), list(row[2]));
    }

    private static List<String> list(Object column) {
        return column.toString().isEmpty() ? List.of() : List.of(column.toString().split(","));
    }

    /** Keeps what each item was worth, in the order of the paper and in one statement: for the figures of the bank. */
    public void keepPoints(UUID sittingId, List<Double> points) {
        if (points.isEmpty()) {
            return;
        }
        Query update = em.createNativeQuery("UPDATE exam_paper SET points = CASE position" + " WHEN ? THEN ?".repeat(points.size())
                + " END WHERE sitting_id = ? AND position <= ?");
        for (int i = 0; i < points.size(); i++) {
            update.setParameter(2 * i + 1, i + 1).setParameter(2 * i + 2, points.get(i));
        }
        update.setParameter(2 * points.size() + 1, sittingId.toString()).setParameter(2 * points.size() + 2, points.size()).executeUpdate();
    }

    /** What is saved, by position. */
    public Map<Integer, Response> answers(UUID sittingId) {
        Map<Integer, Response> answers = new HashMap<>();
        List<?> rows = em.createNativeQuery("SELECT position, value FROM exam_answer WHERE sitting_id = ?").setParameter(1, sittingId.toString())
                .getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> answers.put(((Number) row[0]).intValue(), new Response(row[1].toString(), false)));
        return answers;
    }

    /**
     * Saves an answer: one statement, which is its own transaction, and all that allows it is in it. The same content again
     * changes nothing.
     *
     * @return when the answer that stands now was saved; nothing if it may not be
     */
    public Optional<Instant> save(UUID sittingId, String cookie, int position, Response response, Instant now) {
        try (Connection connection = statements.getConnection();
             PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO exam_answer (sitting_id, position, submission_id, value, revision, saved_at)
                SELECT p.sitting_id, p.position, ?, ?, 1, ?
                  FROM exam_sitting s
                  JOIN exam_session x    ON x.id = s.session_id AND x.closed_at IS NULL
                  JOIN candidate_visit v ON v.id = s.visit_id AND v.candidate_id = s.candidate_id AND v.cookie_mac = ? AND v.ended_at IS NULL
                  JOIN exam_paper p      ON p.sitting_id = s.id AND p.position = ?
                 WHERE s.id = ? AND s.submitted_at IS NULL AND s.ends_at > COALESCE(x.paused_at, ?)
                    ON DUPLICATE KEY UPDATE
                       revision = IF(exam_answer.value = VALUES(value), revision, revision + 1),
                       saved_at = IF(exam_answer.value = VALUES(value), exam_answer.saved_at, VALUES(saved_at)),
                       value    = VALUES(value)
                RETURNING saved_at
                """)) {
            insert.setString(1, Sitting.submissionId(sittingId, position).toString());
            insert.setString(2, response.value());
            insert.setTimestamp(3, Timestamp.from(now));
            insert.setBytes(4, keys.mac("candidate-visit", Keys.CURRENT, cookie));
            insert.setInt(5, position);
            insert.setString(6, sittingId.toString());
            insert.setTimestamp(7, Timestamp.from(now));
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** When this very answer was saved, if it was: what a replay is told after the end. */
    public Optional<Instant> stored(UUID sittingId, int position, Response response) {
        return em.createNativeQuery("SELECT saved_at FROM exam_answer WHERE sitting_id = ? AND position = ? AND value = ?")
                .setParameter(1, sittingId.toString()).setParameter(2, position).setParameter(3, response.value())
                .getResultStream().findFirst().map(at -> ((Timestamp) at).toInstant());
    }

    /** Everybody under way in a session gets this much time back. @return how many */
    public int giveBack(SessionId session, Duration time) {
        return em.createNativeQuery("UPDATE exam_sitting SET ends_at = TIMESTAMPADD(MICROSECOND, ?, ends_at) WHERE session_id = ? AND submitted_at IS NULL")
                .setParameter(1, time.toMillis() * 1000).setParameter(2, session.toString()).executeUpdate();
    }
}
