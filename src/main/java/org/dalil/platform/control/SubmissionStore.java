package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dalil.platform.entity.Submission;

/** Forms that were sent, and what they did. */
@ApplicationScoped
public class SubmissionStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager em;

    @Inject Clock clock;

    /** Waits for whoever sends the same form just now. @return whether it is here for the first time */
    boolean add(Submission form, String act, String actor, String subject) {
        return em.createNativeQuery("INSERT IGNORE INTO submission (id, act, actor, subject, sent_at) VALUES (?, ?, ?, ?, ?)")
                .setParameter(1, form.id().toString()).setParameter(2, act).setParameter(3, actor).setParameter(4, subject)
                .setParameter(5, Timestamp.from(clock.instant())).executeUpdate() > 0;
    }

    /** What it did, if it did this for this person. */
    Optional<String> result(Submission form, String act, String actor, String subject) {
        // An ordinary read would show the database as it was when the transaction began.
        List<?> rows = em.createNativeQuery("""
                SELECT result FROM submission WHERE id = ? AND act = ? AND actor = ? AND subject = ? LOCK IN SHARE MODE
                """).setParameter(1, form.id().toString()).setParameter(2, act).setParameter(3, actor).setParameter(4, subject).getResultList();
        return rows.stream().findFirst().map(Object::toString);
    }

    void finish(Submission form, String act, String result) {
        em.createNativeQuery("UPDATE submission SET result = ? WHERE id = ? AND act = ?").setParameter(1, result)
                .setParameter(2, form.id().toString()).setParameter(3, act).executeUpdate();
    }
}
