package org.dalil.learning.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dalil.account.entity.Visit;
import org.dalil.learning.entity.CompletedModules;
import org.dalil.platform.control.Keys;

/** What a card has seen. The visit is part of each statement: a cookie that has left moves nothing. */
@ApplicationScoped
public class ProgressStore {

    @PersistenceContext
    EntityManager em;

    @Inject Keys keys;
    @Inject Clock clock;

    /** A card of a lesson was seen and moved on from. @return whether something has changed by it; without a visit nothing has */
    public boolean saw(String cookie, UUID courseId, int module, int card, boolean last) {
        Instant now = clock.instant();
        return em.createNativeQuery("""
                INSERT INTO module_progress (card_id, course_id, module, seen, last_card, read_to_end, played, moved_at)
                SELECT v.card_id, ?, ?, ?, ?, ?, FALSE, ?
                  FROM visit v
                 WHERE v.cookie_mac = ? AND v.ended_at IS NULL AND v.used_at BETWEEN ? AND ?
                    ON DUPLICATE KEY UPDATE
                       seen        = seen | VALUES(seen),
                       last_card   = VALUES(last_card),
                       read_to_end = read_to_end OR VALUES(read_to_end),
                       moved_at    = VALUES(moved_at)
                """)
                .setParameter(1, courseId.toString()).setParameter(2, module).setParameter(3, 1L << (card - 1))
                .setParameter(4, card).setParameter(5, last).setParameter(6, Timestamp.from(now))
                .setParameter(7, keys.mac("visit", Keys.CURRENT, cookie)).setParameter(8, Timestamp.from(Visit.idleBefore(now)))
                .setParameter(9, Timestamp.from(Visit.idleAfter(now))).executeUpdate() > 0;
    }

    /** The chat of a module ended or was skipped. */
    public void played(UUID cardId, UUID courseId, int module) {
        em.createNativeQuery("""
                INSERT INTO module_progress (card_id, course_id, module, seen, last_card, read_to_end, played, moved_at)
                VALUES (?, ?, ?, 0, 0, FALSE, TRUE, ?)
                    ON DUPLICATE KEY UPDATE played = TRUE, moved_at = VALUES(moved_at)
                """)
                .setParameter(1, cardId.toString()).setParameter(2, courseId.toString()).setParameter(3, module)
                .setParameter(4, now()).executeUpdate();
    }

    /** A module was taught in the room to somebody who works on paper. One that was begun on a phone is left as it is. */
    public void taught(UUID cardId, UUID courseId, int module, int cards) {
        em.createNativeQuery("""
                INSERT IGNORE INTO module_progress (card_id, course_id, module, seen, last_card, read_to_end, played, moved_at,
                                                    completed_at, taught_cards)
                VALUES (?, ?, ?, 0, 0, FALSE, FALSE, ?, ?, ?)
                """)
                .setParameter(1, cardId.toString()).setParameter(2, courseId.toString()).setParameter(3, module)
                .setParameter(4, now()).setParameter(5, now()).setParameter(6, cards).executeUpdate();
    }

    /** Marks modules that have just become complete. */
    public void completeModules(UUID cardId, UUID courseId) {
        em.createNativeQuery("""
                UPDATE module_progress SET completed_at = ?
                 WHERE card_id = ? AND course_id = ? AND read_to_end AND played AND completed_at IS NULL
                """).setParameter(1, now()).setParameter(2, cardId.toString()).setParameter(3, courseId.toString())
                .executeUpdate();
    }

    /**
     * Marks the course complete if all its modules are and a post-test was submitted.
     *
     * @return whether it has just become so
     */
    public boolean completeCourse(UUID cardId, UUID courseId, UUID versionId, int modules) {
        return em.createNativeQuery("""
                INSERT IGNORE INTO course_completion (card_id, course_id, version_id, completed_at)
                SELECT ?, ?, ?, ?
                  FROM DUAL
                 WHERE (SELECT COUNT(*) FROM module_progress
                         WHERE card_id = ? AND course_id = ? AND completed_at IS NOT NULL) >= ?
                   AND EXISTS (SELECT 1 FROM attempt
                                WHERE card_id = ? AND course_id = ? AND occasion = 'POST' AND submitted_at IS NOT NULL)
                """)
                .setParameter(1, cardId.toString()).setParameter(2, courseId.toString()).setParameter(3, versionId.toString())
                .setParameter(4, now()).setParameter(5, cardId.toString()).setParameter(6, courseId.toString())
                .setParameter(7, modules).setParameter(8, cardId.toString()).setParameter(9, courseId.toString())
                .executeUpdate() > 0;
    }

    /** Every module that a card has completed. */
    public List<CompletedModules.One> completedModules(UUID cardId) {
        List<?> rows = em.createNativeQuery("""
                SELECT course_id, module
                  FROM module_progress
                 WHERE card_id = ? AND completed_at IS NOT NULL
                 ORDER BY course_id, module
                """).setParameter(1, cardId.toString()).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new CompletedModules.One(UUID.fromString(row[0].toString()), ((Number) row[1]).intValue())).toList();
    }

    /** Those of these cards that have completed a course. */
    public Set<UUID> completed(Collection<UUID> cards, UUID courseId) {
        Set<UUID> completed = new HashSet<>();
        for (UUID card : cards) {
            if (!em.createNativeQuery("SELECT 1 FROM course_completion WHERE card_id = ? AND course_id = ?")
                    .setParameter(1, card.toString()).setParameter(2, courseId.toString()).getResultList().isEmpty()) {
                completed.add(card);
            }
        }
        return completed;
    }

    /** How much of the course had been seen, or been taught to somebody on paper, when this attempt was submitted. */
    public void expose(UUID attemptId, UUID cardId, UUID courseId, int cards) {
        em.createNativeQuery("""
                INSERT IGNORE INTO exposure (attempt_id, share)
                SELECT ?, LEAST(1, COALESCE(SUM(GREATEST(BIT_COUNT(seen), COALESCE(taught_cards, 0))), 0) / ?)
                  FROM module_progress
                 WHERE card_id = ? AND course_id = ?
                """).setParameter(1, attemptId.toString()).setParameter(2, cards).setParameter(3, cardId.toString())
                .setParameter(4, courseId.toString()).executeUpdate();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
