package org.dalil.exam.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Marked;
import org.dalil.exam.entity.Terms;
import org.dalil.exam.entity.Track;
import org.dalil.exam.entity.Verdict;
import org.dalil.platform.entity.NewId;

/** What came of sittings. Rows are only added: the one with the highest number of a sitting counts, whatever the clock showed. */
@ApplicationScoped
public class VerdictStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    @PersistenceContext
    EntityManager em;

    /** @param reason {@code FIRST} or {@code STRUCK} */
    public void add(UUID sittingId, Verdict verdict, String reason, Instant now) {
        try {
            em.createNativeQuery("INSERT INTO exam_verdict (id, sitting_id, scored_at, reason, passed, topics) VALUES (?, ?, ?, ?, ?, ?)")
                    .setParameter(1, NewId.next().toString()).setParameter(2, sittingId.toString()).setParameter(3, Timestamp.from(now))
                    .setParameter(4, reason).setParameter(5, verdict.passed()).setParameter(6, JSON.writeValueAsString(verdict.courses()))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What counts. */
    public Optional<Verdict> of(UUID sittingId) {
        List<?> rows = em.createNativeQuery("SELECT passed, topics FROM exam_verdict WHERE sitting_id = ? ORDER BY number DESC LIMIT 1")
                .setParameter(1, sittingId.toString()).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> verdict(row[0], row[1]));
    }

    /** Every marking, the oldest first. */
    public List<Marked> all(UUID sittingId) {
        List<?> rows = em.createNativeQuery("SELECT passed, topics, reason, scored_at FROM exam_verdict WHERE sitting_id = ? ORDER BY number")
                .setParameter(1, sittingId.toString()).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new Marked(((Timestamp) row[3]).toInstant(), row[2].toString(), verdict(row[0], row[1]))).toList();
    }

    private static Verdict verdict(Object passed, Object topics) {
        try {
            return new Verdict(is(passed), JSON.readValue(topics.toString(), new TypeReference<List<Verdict.CourseResult>>() { }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean is(Object column) {
        return column instanceof Boolean b ? b : column != null && ((Number) column).intValue() == 1;
    }

    /** What a candidate sat on a track and how it ended, the oldest first. @param cycle of one renewal, or 0 for the whole way */
    public List<Terms.Past> past(CandidateId candidate, Track track, int cycle) {
        List<?> rows = em.createNativeQuery("""
                SELECT s.submitted_at,
                       (SELECT v.passed FROM exam_verdict v WHERE v.sitting_id = s.id ORDER BY v.number DESC LIMIT 1) AS passed,
                       g.sitting_id IS NOT NULL AS made_up, g.no_wait
                  FROM exam_sitting s
                  JOIN exam_session x    ON x.id = s.session_id AND x.track = ?
                  LEFT JOIN exam_grant g ON g.sitting_id = s.id
                 WHERE s.candidate_id = ? AND s.cycle = ? AND s.submitted_at IS NOT NULL
                 ORDER BY s.submitted_at
                """).setParameter(1, track.name()).setParameter(2, candidate.toString()).setParameter(3, cycle).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Terms.Past(((Timestamp) row[0]).toInstant(), is(row[1]),
                is(row[2]), is(row[3]))).toList();
    }
}
