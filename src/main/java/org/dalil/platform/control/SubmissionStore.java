package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.platform.entity.Submission;

/** Forms that were sent, and what they did. */
@ApplicationScoped
public class SubmissionStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager em;

    @Inject Clock clock;
    @Inject Keys keys;

    /** Waits for whoever sends the same form just now. @return whether it is here for the first time */
    boolean add(Submission form, String act, String actor, String subject) {
        return em.createNativeQuery("INSERT IGNORE INTO submission (id, act, actor, subject, sent_at) VALUES (?, ?, ?, ?, ?)")
                .setParameter(1, id(form)).setParameter(2, act).setParameter(3, actor).setParameter(4, subject)
                .setParameter(5, Timestamp.from(clock.instant())).executeUpdate() > 0;
    }

    /** What it did, if it did this for this person. */
    Optional<String> result(Submission form, String act, String actor, String subject) {
        // An ordinary read would show the database as it was when the transaction began.
        List<?> rows = em.createNativeQuery("""
                SELECT result FROM submission WHERE id = ? AND act = ? AND actor = ? AND subject = ? LOCK IN SHARE MODE
                """).setParameter(1, id(form)).setParameter(2, act).setParameter(3, actor).setParameter(4, subject).getResultList();
        return rows.stream().findFirst().map(Object::toString);
    }

    void remove(Submission form, String act, String actor, String subject) {
        em.createNativeQuery("DELETE FROM submission WHERE id = ? AND act = ? AND actor = ? AND subject = ?").setParameter(1, id(form))
                .setParameter(2, act).setParameter(3, actor).setParameter(4, subject).executeUpdate();
    }

    void finish(Submission form, String act, String result) {
        em.createNativeQuery("UPDATE submission SET result = ? WHERE id = ? AND act = ?").setParameter(1, result)
                .setParameter(2, id(form)).setParameter(3, act).executeUpdate();
    }

    /** Forgets at most so many that were sent before this moment. @return how many */
    public int forget(Instant before, int most) {
        // Asked first, without a lock: a deletion by time would lock the others on its way, and forms that come now would wait.
        List<?> old = em.createNativeQuery("SELECT id, act FROM submission WHERE sent_at < ? LIMIT " + most)
                .setParameter(1, Timestamp.from(before)).getResultList();
        return old.stream().map(Object[].class::cast).mapToInt(row -> em.createNativeQuery("DELETE FROM submission WHERE id = ? AND act = ?")
                .setParameter(1, row[0].toString()).setParameter(2, row[1]).executeUpdate()).sum();
    }

    /**
     * A digest of the form's id, in the shape of a random UUID (RFC 9562, version 4), as ids were: who reads the table, or a copy of it, can
     * send no form of somebody else's again.
     */
    private String id(Submission form) {
        ByteBuffer digest = ByteBuffer.wrap(keys.mac("submission-id", Keys.CURRENT, form.id().toString()));
        long high = digest.getLong() & ~0xF000L | 0x4000L;
        long low = digest.getLong() & ~(3L << 62) | 2L << 62;
        return new UUID(high, low).toString();
    }
}
