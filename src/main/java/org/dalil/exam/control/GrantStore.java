package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.exam.entity.Grant;
import org.dalil.exam.entity.Reason;

/** Attempts that certifiers granted, each in place of one sitting. */
@ApplicationScoped
public class GrantStore {

    @PersistenceContext
    EntityManager em;

    @Inject SealedWords words;

    /** Another attempt in place of this sitting, which has none yet. */
    public void add(UUID sitting, boolean noWait, Reason reason, StaffId by, Instant now) {
        SealedWords.Sealed sealed = words.seal(context(sitting), reason);
        em.createNativeQuery("INSERT INTO exam_grant (sitting_id, no_wait, reason, key_version, granted_by, granted_at) VALUES (?, ?, ?, ?, ?, ?)")
                .setParameter(1, sitting.toString()).setParameter(2, noWait).setParameter(3, sealed.words()).setParameter(4, sealed.version())
                .setParameter(5, by.toString()).setParameter(6, Timestamp.from(now)).executeUpdate();
    }

    /** What was granted in place of a sitting. */
    public Optional<Grant> of(UUID sitting) {
        List<?> rows = em.createNativeQuery("SELECT no_wait, reason, key_version, granted_at FROM exam_grant WHERE sitting_id = ?")
                .setParameter(1, sitting.toString()).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Grant(
                row[0] instanceof Boolean b ? b : ((Number) row[0]).intValue() == 1,
                words.open(context(sitting), (byte[]) row[1], ((Number) row[2]).intValue()).orElse(null), ((Timestamp) row[3]).toInstant()));
    }

    private static String context(UUID sitting) {
        return "grant " + sitting;
    }
}
