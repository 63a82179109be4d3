package org.dalil.assessment.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dalil.assessment.entity.Answer;
import org.dalil.assessment.entity.Attempt;
import org.dalil.assessment.entity.Marks;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.SaveRight;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.NewId;

/** Attempts and their answers. Whose they are is part of every statement: a stranger's id finds nothing. */
@ApplicationScoped
public class AttemptStore {

    @PersistenceContext
    EntityManager em;

    /** Single statements, outside any transaction: each is its own. */
    @Resource(lookup = "java:jboss/datasources/DalilStatements")
    DataSource statements;

    /** Statements of the transaction that goes on. */
    @Resource(lookup = "java:jboss/datasources/Dalil")
    DataSource transactions;

    /**
     * Begins an attempt, or finds the one that a double click has just begun.
     *
     * @param takenBefore whether the learner says they took the course before; null if not answered
     */
    public void begin(UUID cardId, UUID courseId, UUID versionId, Occasion occasion, int ordinal, Form form, String language,
                      Boolean takenBefore, Instant now) {
        em.createNativeQuery("""
                INSERT IGNORE INTO attempt (id, card_id, course_id, version_id, occasion, ordinal, form, language,
                                            taken_before, started_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .setParameter(1, NewId.next().toString()).setParameter(2, cardId.toString())
                .setParameter(3, courseId.toString()).setParameter(4, versionId.toString())
                .setParameter(5, occasion.name()).setParameter(6, ordinal).setParameter(7, form.name())
                .setParameter(8, language).setParameter(9, takenBefore)
                .setParameter(10, Timestamp.from(now)).executeUpdate();
    }

    /**
     * Saves an answer: one statement, which is its own transaction, and the permission is in it. The same content again
     * changes nothing; other content is a new revision.
     *
     * @param score what it is worth, 0 to 1; null for a question that does not count
     * @return when the answer that stands now was saved; nothing if the attempt is not open or the visit has left
     */
    public Optional<Instant> save(SaveRight right, String itemId, Response response, Double score, Instant now) {
        try (Connection connection = statements.getConnection();
             PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO answer (attempt_id, item_id, submission_id, value, skipped, score, revision, saved_at)
                SELECT a.id, ?, ?, ?, ?, ?, 1, ?
                  FROM attempt a
                  JOIN visit v ON v.id = ? AND v.card_id = a.card_id AND v.ended_at IS NULL
                 WHERE a.id = ? AND a.submitted_at IS NULL
                    ON DUPLICATE KEY UPDATE
                       revision = IF(answer.value = VALUES(value) AND answer.skipped = VALUES(skipped), revision, revision + 1),
                       saved_at = IF(answer.value = VALUES(value) AND answer.skipped = VALUES(skipped), answer.saved_at, VALUES(saved_at)),
                       value    = VALUES(value),
                       skipped  = VALUES(skipped),
                       score    = VALUES(score)
                RETURNING saved_at
                """)) {
            insert.setString(1, itemId);
            insert.setString(2, SaveRight.submissionId(right.attemptId(), itemId).toString());
            insert.setString(3, response.value());
            insert.setBoolean(4, response.skipped());
            insert.setObject(5, score, Types.DOUBLE);
            insert.setTimestamp(6, Timestamp.from(now));
            insert.setString(7, right.visitId().toString());
            insert.setString(8, right.attemptId().toString());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** When this very answer was saved, if it was: what a replay is told after the attempt or the visit has ended. */
    public Optional<Instant> stored(UUID attemptId, String itemId, Response response) {
        return instant(em.createNativeQuery("""
                SELECT saved_at FROM answer WHERE attempt_id = ? AND item_id = ? AND value = ? AND skipped = ?
                """).setParameter(1, attemptId.toString()).setParameter(2, itemId).setParameter(3, response.value())
                .setParameter(4, response.skipped()).getResultList());
    }

    private static Optional<Instant> instant(List<?> rows) {
        return rows.stream().findFirst().map(at -> ((Timestamp) at).toInstant());
    }

    /** Why nothing was saved. */
    public boolean isSubmitted(UUID attemptId) {
        return !em.createNativeQuery("SELECT 1 FROM attempt WHERE id = ? AND submitted_at IS NOT NULL")
                .setParameter(1, attemptId.toString()).getResultList().isEmpty();
    }

    /**
     * Hands an attempt in with what was read of it, in one statement, if that is still all: nothing was saved since, and everything
     * saved has its score.
     *
     * @param alone  whether this is a transaction of its own; otherwise it belongs to the one around it
     * @param scored how many answers to scored items were read
     * @return whether it was; if not, it has to be read anew, locked
     */
    public boolean submit(boolean alone, Sitting sitting, Sitting.Attempt read, Marks marks, long scored, Instant now) {
        // The attempt first and then its answers, as every save: the condition on the answers is looked at once the row is locked.
        try (Connection connection = (alone ? statements : transactions).getConnection();
             PreparedStatement update = connection.prepareStatement("""
                UPDATE attempt SET answered = ?, scored_items = ?, score = ?, submitted_visit = ?, submitted_at = GREATEST(started_at, ?)
                 WHERE id = ? AND submitted_at IS NULL
                   AND (SELECT CONCAT(COALESCE(SUM(r.revision), 0), ' ', COUNT(r.score)) FROM answer r WHERE r.attempt_id = attempt.id) = ?
                """)) {
            update.setInt(1, marks.answered());
            update.setInt(2, marks.scoredItems());
            update.setDouble(3, marks.score());
            update.setString(4, sitting.visitId().toString());
            update.setTimestamp(5, Timestamp.from(now));
            update.setString(6, read.id().toString());
            update.setString(7, read.revisions() + " " + scored);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** The attempt of a card, locked until the transaction ends. */
    public Optional<Attempt> of(UUID attemptId, UUID cardId) {
        return em.createQuery("SELECT a FROM Attempt a WHERE a.id = :id AND a.cardId = :card", Attempt.class)
                .setParameter("id", attemptId).setParameter("card", cardId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().findFirst();
    }

    /** The open attempts of a group's cards, locked until the transaction ends: whatever is saved from now on is refused. */
    public List<Attempt> open(UUID scope, UUID courseId, Occasion occasion) {
        List<?> rows = em.createNativeQuery("SELECT id FROM participant_card WHERE scope = ?")
                .setParameter(1, scope.toString()).getResultList();
        List<UUID> cards = rows.stream().map(id -> UUID.fromString(id.toString())).toList();
        // By id, as every other statement that locks several: two of them then wait for each other in one direction only.
        return cards.isEmpty() ? List.of() : em.createQuery("""
                SELECT a FROM Attempt a
                 WHERE a.cardId IN :cards AND a.courseId = :course AND a.occasion = :occasion AND a.submittedAt IS NULL
                 ORDER BY a.id
                """, Attempt.class).setParameter("cards", cards).setParameter("course", courseId)
                .setParameter("occasion", occasion).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** The visit in which each of a group's cards was used last, of those that have not ended. */
    public Map<UUID, UUID> visits(UUID scope) {
        Map<UUID, UUID> visits = new HashMap<>();
        List<?> rows = em.createNativeQuery("""
                SELECT v.card_id, v.id
                  FROM visit v
                  JOIN participant_card c ON c.id = v.card_id
                 WHERE c.scope = ? AND v.ended_at IS NULL
                 ORDER BY v.used_at
                """).setParameter(1, scope.toString()).getResultList();
        rows.stream().map(Object[].class::cast)
                .forEach(row -> visits.put(UUID.fromString(row[0].toString()), UUID.fromString(row[1].toString())));
        return visits;
    }

    /** All its answers. */
    public List<Answer> answers(UUID attemptId) {
        return em.createQuery("SELECT a FROM Answer a WHERE a.attemptId = :id", Answer.class)
                .setParameter("id", attemptId).getResultList();
    }
}
