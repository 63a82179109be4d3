package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.SeatRow;
import org.dalil.exam.entity.SessionId;

/** Who sits where in a session, and how far they are. */
@ApplicationScoped
public class SeatQuery {

    @PersistenceContext
    EntityManager em;

    @Inject People people;

    /** In the order of the seats. An invigilator compares the names with identity cards, so they are opened here. */
    public List<SeatRow> of(SessionId session) {
        List<?> rows = em.createNativeQuery("""
                SELECT t.number, t.candidate_id, c.number AS candidate_number, c.person, c.key_version, s.id, s.ends_at, s.submitted_at,
                       (SELECT COUNT(*) FROM exam_answer a WHERE a.sitting_id = s.id) AS answered,
                       (SELECT COUNT(*) FROM exam_paper p WHERE p.sitting_id = s.id) AS asked,
                       (SELECT v.passed FROM exam_verdict v
                         WHERE v.sitting_id = s.id AND NOT EXISTS (SELECT 1 FROM exam_rescore w WHERE w.sitting_id = s.id)
                         ORDER BY v.number DESC LIMIT 1) AS passed
                  FROM exam_seat t
                  JOIN candidate c ON c.id = t.candidate_id
                  LEFT JOIN exam_sitting s ON s.session_id = t.session_id AND s.candidate_id = t.candidate_id
                 WHERE t.session_id = ?
                 ORDER BY t.number
                """).setParameter(1, session.toString()).getResultList();
        return rows.stream().map(Object[].class::cast).map(this::row).toList();
    }

    private SeatRow row(Object[] row) {
        CandidateId candidate = new CandidateId(UUID.fromString(row[1].toString()));
        Person person = people.open(candidate, (byte[]) row[3], number(row[4])).orElse(null);
        return new SeatRow(number(row[0]), candidate, number(row[2]), person, row[5] == null ? null : UUID.fromString(row[5].toString()),
                number(row[8]), number(row[9]), instant(row[6]), instant(row[7]),
                row[10] == null ? null : row[10] instanceof Boolean b ? b : number(row[10]) == 1);
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }
}
