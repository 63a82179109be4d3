package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Held;

/** The certificates that candidates hold, as far as an exam may know of them: the view {@code exam_certificate}. */
@ApplicationScoped
public class HeldQuery {

    @PersistenceContext
    EntityManager em;

    /** Of one, on their own track. */
    public Optional<Held> of(CandidateId candidate) {
        return Optional.ofNullable(of(List.of(candidate)).get(candidate));
    }

    /** Of each, on their own track; nothing for those who hold none. */
    public Map<CandidateId, Held> of(Collection<CandidateId> candidates) {
        Map<CandidateId, Held> held = new HashMap<>();
        if (candidates.isEmpty()) {
            return held;
        }
        var query = em.createNativeQuery("""
                SELECT c.id, h.number, h.cycle, h.expires_at
                  FROM candidate c
                  JOIN exam_certificate h ON h.candidate_id = c.id AND h.track = c.track
                 WHERE c.id IN (%s)
                """.formatted(String.join(", ", Collections.nCopies(candidates.size(), "?"))));
        int place = 1;
        for (CandidateId candidate : candidates) {
            query.setParameter(place++, candidate.toString());
        }
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            held.put(new CandidateId(UUID.fromString(row[0].toString())),
                    new Held(((Number) row[1]).intValue(), ((Number) row[2]).intValue(), ((Timestamp) row[3]).toInstant()));
        }
        return held;
    }
}
