package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Sittings that wait to be marked again after a strike: kept in the database, so that a crash forgets none. */
@ApplicationScoped
public class RescoreStore {

    private static final int BATCH = 500;

    @PersistenceContext
    EntityManager em;

    /**
     * All that were handed in with this item wait from now on. The item has to be locked: whoever marks beside this is then either
     * seen here or sees the strike.
     *
     * @return how many
     */
    public int want(UUID itemId, Instant now) {
        List<?> sittings = em.createNativeQuery("""
                SELECT s.id
                  FROM exam_paper p
                  JOIN exam_sitting s ON s.id = p.sitting_id AND s.submitted_at IS NOT NULL
                 WHERE p.item_id = ?
                 ORDER BY s.id
                """).setParameter(1, itemId.toString()).getResultList();
        for (int from = 0; from < sittings.size(); from += BATCH) {
            List<?> some = sittings.subList(from, Math.min(from + BATCH, sittings.size()));
            Query insert = em.createNativeQuery("INSERT IGNORE INTO exam_rescore (sitting_id, item_id, wanted_at) VALUES "
                    + String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?)")));
            for (int i = 0; i < some.size(); i++) {
                insert.setParameter(3 * i + 1, some.get(i).toString()).setParameter(3 * i + 2, itemId.toString())
                        .setParameter(3 * i + 3, Timestamp.from(now));
            }
            insert.executeUpdate();
        }
        return sittings.size();
    }

    /** The sittings that wait, each once, in the order in which the items were struck. */
    public List<UUID> waiting() {
        return em.createNativeQuery("SELECT sitting_id FROM exam_rescore GROUP BY sitting_id ORDER BY MIN(number)").getResultList().stream()
                .map(id -> UUID.fromString(id.toString())).toList();
    }

    /** Whether what stands for this sitting may still change. */
    public boolean isWaiting(UUID sittingId) {
        return !numbers(sittingId).isEmpty();
    }

    /** What a sitting waits for. */
    public List<Long> numbers(UUID sittingId) {
        return em.createNativeQuery("SELECT number FROM exam_rescore WHERE sitting_id = ? ORDER BY number").setParameter(1, sittingId.toString())
                .getResultList().stream().map(n -> ((Number) n).longValue()).toList();
    }

    /** What it waited for is done. */
    public void done(List<Long> numbers) {
        numbers.forEach(n -> em.createNativeQuery("DELETE FROM exam_rescore WHERE number = ?").setParameter(1, n).executeUpdate());
    }
}
