package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Desk;
import org.dalil.exam.entity.SessionId;

/** A candidate's seats and what came of them. */
@ApplicationScoped
public class DeskQuery {

    @PersistenceContext
    EntityManager em;

    @Inject SessionStore sessions;

    /** The latest day first. */
    public Desk of(CandidateId candidate) {
        List<?> rows = em.createNativeQuery("""
                SELECT t.session_id, t.number, s.id, s.submitted_at,
                       (SELECT v.passed FROM exam_verdict v
                         WHERE v.sitting_id = s.id AND NOT EXISTS (SELECT 1 FROM exam_rescore w WHERE w.sitting_id = s.id)
                         ORDER BY v.number DESC LIMIT 1) AS passed,
                       a.asked_at, a.decided_at
                  FROM exam_seat t
                  JOIN exam_session x ON x.id = t.session_id
                  LEFT JOIN exam_sitting s ON s.session_id = t.session_id AND s.candidate_id = t.candidate_id
                  LEFT JOIN exam_appeal a ON a.sitting_id = s.id
                 WHERE t.candidate_id = ?
                 ORDER BY x.held_on DESC, x.number DESC
                """).setParameter(1, candidate.toString()).getResultList();
        return new Desk(rows.stream().map(Object[].class::cast).map(row -> new Desk.Place(
                sessions.get(new SessionId(UUID.fromString(row[0].toString()))).row(), ((Number) row[1]).intValue(),
                row[2] == null ? null : UUID.fromString(row[2].toString()), row[3] != null,
                row[4] == null ? null : row[4] instanceof Boolean b ? b : ((Number) row[4]).intValue() == 1,
                row[5] == null ? null : row[6] != null)).toList());
    }
}
