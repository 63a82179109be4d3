package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.exam.entity.Appeal;
import org.dalil.exam.entity.AppealRow;
import org.dalil.exam.entity.AppealView;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Reason;

/** What candidates asked to be looked at again, and what was decided. */
@ApplicationScoped
public class AppealStore {

    @PersistenceContext
    EntityManager em;

    @Inject SealedWords words;
    @Inject People people;

    /** A new one. */
    public void add(Appeal appeal) {
        em.persist(appeal);
        em.flush();
    }

    /** Of a sitting. */
    public Optional<Appeal> of(UUID sitting) {
        return em.createQuery("SELECT a FROM Appeal a WHERE a.sittingId = :sitting", Appeal.class).setParameter("sitting", sitting)
                .getResultStream().findFirst();
    }

    /** As {@link #of}, locked until the transaction ends. */
    public Optional<Appeal> locked(UUID sitting) {
        return of(sitting).map(a -> {
            em.refresh(a, LockModeType.PESSIMISTIC_WRITE);
            return a;
        });
    }

    /** Decides. @throws org.dalil.platform.entity.Refused if that was done before */
    public void decide(Appeal appeal, Appeal.Outcome outcome, Reason reason, StaffId by, Instant now) {
        SealedWords.Sealed sealed = words.seal(context(appeal), reason);
        appeal.decide(outcome, sealed.words(), sealed.version(), by, now);
        em.flush();
    }

    /** As pages show it. */
    public AppealView view(Appeal a) {
        return new AppealView(a.ground(), a.askedAt(), a.outcome(),
                a.outcome() == null ? null : words.open(context(a), a.reason(), a.keyVersion()).orElse(null), a.decidedAt());
    }

    private static String context(Appeal appeal) {
        return "appeal " + appeal.sittingId();
    }

    /** The open ones first, who has waited longest before the others; then the last that were decided. */
    public List<AppealRow> rows() {
        List<?> rows = em.createNativeQuery("""
                SELECT a.sitting_id, c.number, c.person, c.key_version, c.id, a.ground, a.asked_at, a.outcome
                  FROM exam_appeal a
                  JOIN exam_sitting s ON s.id = a.sitting_id
                  JOIN candidate c    ON c.id = s.candidate_id
                 ORDER BY a.decided_at IS NOT NULL, a.decided_at DESC, a.asked_at
                 LIMIT 200
                """).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new AppealRow(UUID.fromString(row[0].toString()), ((Number) row[1]).intValue(),
                people.open(new CandidateId(UUID.fromString(row[4].toString())), (byte[]) row[2], ((Number) row[3]).intValue()).orElse(null),
                Appeal.Ground.valueOf(row[5].toString()), ((Timestamp) row[6]).toInstant(),
                row[7] == null ? null : Appeal.Outcome.valueOf(row[7].toString()))).toList();
    }

    /** How many wait for a decision. */
    public int open() {
        return em.createQuery("SELECT COUNT(a) FROM Appeal a WHERE a.decidedAt IS NULL", Long.class).getSingleResult().intValue();
    }
}
