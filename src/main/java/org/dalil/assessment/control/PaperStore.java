package org.dalil.assessment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.PaperTest;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.SaveRight;
import org.dalil.assessment.entity.TestStanding;
import org.dalil.platform.entity.NewId;

/** Attempts that come from paper: whole, in one transaction, by somebody else's hand. */
@ApplicationScoped
public class PaperStore {

    @PersistenceContext
    EntityManager em;

    /** The first test that a card has for an occasion, from paper or from a phone. */
    public Optional<TestStanding> standing(UUID cardId, UUID courseId, Occasion occasion) {
        return standing(cardId, courseId, occasion, "");
    }

    /** As {@link #standing}, as it is now: also what others have written since this transaction began. */
    public Optional<TestStanding> standingNow(UUID cardId, UUID courseId, Occasion occasion) {
        return standing(cardId, courseId, occasion, " LOCK IN SHARE MODE");
    }

    private Optional<TestStanding> standing(UUID cardId, UUID courseId, Occasion occasion, String lock) {
        List<?> rows = em.createNativeQuery("""
                SELECT id, on_paper FROM attempt WHERE card_id = ? AND course_id = ? AND occasion = ? AND ordinal = 1""" + lock)
                .setParameter(1, cardId.toString()).setParameter(2, courseId.toString()).setParameter(3, occasion.name())
                .getResultList();
        return rows.stream().map(Object[].class::cast).findFirst().map(row -> {
            UUID id = UUID.fromString(row[0].toString());
            boolean paper = isTrue(row[1]);
            return new TestStanding(id, paper, paper ? responses(id, lock) : Map.of());
        });
    }

    private Map<String, Response> responses(UUID attemptId, String lock) {
        Map<String, Response> responses = new TreeMap<>();
        em.createNativeQuery("SELECT item_id, value, skipped FROM answer WHERE attempt_id = ?" + lock).setParameter(1, attemptId.toString())
                .getResultList().forEach(r -> {
                    Object[] row = (Object[]) r;
                    responses.put(row[0].toString(), isTrue(row[2]) ? Response.SKIPPED : new Response(row[1].toString(), false));
                });
        return responses;
    }

    private static boolean isTrue(Object value) {
        return value instanceof Boolean b ? b : ((Number) value).intValue() != 0;
    }

    /**
     * When a test on paper counts as handed in: now, or, since a stack is scanned in any order, right before the first test after
     * that the card has, and right after its test before.
     */
    public Instant placed(PaperTest test, UUID courseId, Instant now) {
        String sql = test.occasion() == Occasion.PRE
                ? "SELECT MIN(submitted_at) FROM attempt WHERE card_id = ? AND course_id = ? AND occasion = 'POST'"
                : "SELECT MIN(submitted_at) FROM attempt WHERE card_id = ? AND course_id = ? AND occasion = 'PRE'";
        Object found = em.createNativeQuery(sql).setParameter(1, test.cardId().toString()).setParameter(2, courseId.toString())
                .getSingleResult();
        if (found == null) {
            return now;
        }
        Instant other = found instanceof Timestamp stamp ? stamp.toInstant() : ((LocalDateTime) found).toInstant(ZoneOffset.UTC);
        return test.occasion() == Occasion.PRE ? earlier(now, other.minusMillis(1)) : later(now, other.plusMillis(1));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Makes an attempt of it, with its answers, not submitted yet. @return its id; nothing if the card has one since a moment ago */
    public Optional<UUID> add(PaperTest test, UUID courseId, Instant answered, Instant now) {
        UUID id = NewId.next();
        int added = em.createNativeQuery("""
                INSERT IGNORE INTO attempt (id, card_id, course_id, version_id, occasion, ordinal, form, language, started_at,
                                            on_paper, taken_in_at)
                VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, TRUE, ?)
                """)
                .setParameter(1, id.toString()).setParameter(2, test.cardId().toString()).setParameter(3, courseId.toString())
                .setParameter(4, test.versionId().toString()).setParameter(5, test.occasion().name())
                .setParameter(6, test.form().name()).setParameter(7, test.language()).setParameter(8, Timestamp.from(answered))
                .setParameter(9, Timestamp.from(now)).executeUpdate();
        if (added == 0) {
            return Optional.empty();
        }
        write(id, test, now);
        return Optional.of(id);
    }

    /** Writes the answers, each over the one that stands there. */
    public void write(UUID attemptId, PaperTest test, Instant now) {
        test.responses().forEach((item, response) -> em.createNativeQuery("""
                INSERT INTO answer (attempt_id, item_id, submission_id, value, skipped, revision, saved_at)
                VALUES (?, ?, ?, ?, ?, 1, ?)
                    ON DUPLICATE KEY UPDATE
                       revision = IF(answer.value = VALUES(value) AND answer.skipped = VALUES(skipped), revision, revision + 1),
                       value    = VALUES(value),
                       skipped  = VALUES(skipped),
                       saved_at = VALUES(saved_at)
                """)
                .setParameter(1, attemptId.toString()).setParameter(2, item)
                .setParameter(3, SaveRight.submissionId(attemptId, item).toString()).setParameter(4, response.value())
                .setParameter(5, response.skipped()).setParameter(6, Timestamp.from(now)).executeUpdate());
    }
}
