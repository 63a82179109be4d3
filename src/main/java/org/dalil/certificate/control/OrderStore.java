package org.dalil.certificate.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dalil.certificate.entity.CertificateId;
import org.dalil.certificate.entity.Ground;
import org.dalil.certificate.entity.Order;
import org.dalil.certificate.entity.Progress;
import org.dalil.certificate.entity.Validity;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.Installation;

/** What is to be issued and what was. */
@ApplicationScoped
public class OrderStore {

    /** What MariaDB answers where a unique key has the values already. */
    private static final int DUPLICATE = 1062;

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /**
     * A passed exam: once, however often it is told; and a certificate is renewed once, however many exams its holder passes. An exam on
     * a part of the track orders nothing: the certificate says that every course of it was examined.
     *
     * @return whether something is ordered by it that was not before
     */
    public boolean add(ExamPassed passed) {
        if (!passed.isWhole()) {
            return false;
        }
        return passed.renewal() == null ? first(passed) : renewal(passed, passed.renewal());
    }

    private boolean first(ExamPassed passed) {
        if (isPassedLater(passed)) {
            return false;
        }
        return passed(database.createNativeQuery("""
                INSERT IGNORE INTO certificate_order (sitting_id, edition, candidate_id, track, courses, passed_at, ordered_at, expires_at)
                VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)"""), passed, Validity.after(passed.passedAt(), installation.zone())).executeUpdate() == 1;
    }

    private boolean renewal(ExamPassed passed, ExamPassed.Renewed renewed) {
        // Locked, and so read as it is now: two exams that are passed at once for the same renewal come one after the other.
        List<?> rows = database.createNativeQuery("""
                SELECT expires_at, COALESCE(first_passed_at, passed_at), renewed_by
                FROM certificate_order WHERE number = ?1 FOR UPDATE""").setParameter(1, renewed.cycle()).getResultList();
        if (rows.isEmpty()) {
            return false;
        }
        Object[] old = (Object[]) rows.get(0);
        if (!isHeld(passed.candidate(), passed.track(), renewed.cycle()) || old[2] != null && !isSeen(old[2].toString())) {
            return false;
        }
        database.createNativeQuery("UPDATE certificate_order SET renewed_by = ?2 WHERE number = ?1").setParameter(1, renewed.cycle())
                .setParameter(2, passed.sittingId().toString()).executeUpdate();
        Instant expires = Validity.renewed(SigningKeyStore.instant(old[0]), renewed.satAt(), passed.passedAt(), installation.zone());
        return passed(database.createNativeQuery("""
                INSERT IGNORE INTO certificate_order (sitting_id, edition, candidate_id, track, courses, passed_at, ordered_at, expires_at,
                                                      renews, first_passed_at)
                VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"""), passed, expires)
                .setParameter(8, renewed.cycle()).setParameter(9, utc(SigningKeyStore.instant(old[1]))).executeUpdate() == 1;
    }

    /** Whether they hold a certificate of this track from a later sitting: an old exam that becomes a pass adds nothing to it. */
    private boolean isPassedLater(ExamPassed passed) {
        return !database.createNativeQuery("""
                SELECT 1 FROM certificate_order o
                 WHERE o.candidate_id = ?1 AND o.track = ?2 AND o.sitting_id <> ?3 AND COALESCE(o.first_passed_at, o.passed_at) > ?4
                   AND o.expires_at >= ?5 AND NOT EXISTS (SELECT 1 FROM certificate_revocation r WHERE r.number = o.number)""")
                .setParameter(1, passed.candidate().toString()).setParameter(2, passed.track().name())
                .setParameter(3, passed.sittingId().toString()).setParameter(4, utc(passed.passedAt())).setParameter(5, now())
                .setMaxResults(1).getResultList().isEmpty();
    }

    /**
     * Whether this is the certificate that they have: not revoked, and none ends later. Whether it was revoked is read as it is now, after
     * its row was locked; one that was issued again meanwhile holds as before.
     */
    private boolean isHeld(CandidateId candidate, Track track, int cycle) {
        List<?> held = database.createNativeQuery("SELECT number FROM exam_certificate WHERE candidate_id = ?1 AND track = ?2 AND cycle = ?3")
                .setParameter(1, candidate.toString()).setParameter(2, track.name()).setParameter(3, cycle).getResultList();
        return !held.isEmpty() && database.createNativeQuery("SELECT ground FROM certificate_revocation WHERE number = ?1 LOCK IN SHARE MODE")
                .setParameter(1, held.get(0)).getResultList().stream().allMatch(Ground.REPLACED.name()::equals);
    }

    /**
     * Locks what is kept of a certificate's exam, and of the exams that renewed it: until the transaction ends nothing more is ordered
     * because of them. Called before anything else is read, it reads what is there when nobody else holds them any more.
     *
     * @return the numbers of all that renew it, one after the other, in every edition, made or still waiting
     */
    public List<Integer> lockedWithLater(CertificateId id) {
        List<?> first = database.createNativeQuery("""
                SELECT f.number, f.renewed_by
                  FROM certificate c
                  JOIN certificate_order o ON o.number = c.number
                  JOIN certificate_order f ON f.number = COALESCE(o.first_edition, o.number)
                 WHERE c.id = ?1 FOR UPDATE""").setParameter(1, id.toString()).getResultList();
        if (first.isEmpty()) {
            return List.of();
        }
        Object[] row = (Object[]) first.get(0);
        Set<Integer> later = new TreeSet<>(renewals(row[1]));
        for (Object number : database.createNativeQuery("""
                WITH RECURSIVE later AS (
                  SELECT number FROM certificate_order WHERE renews = ?1
                  UNION
                  SELECT o.number FROM certificate_order o JOIN later l ON o.renews = l.number)
                SELECT number FROM later""").setParameter(1, row[0]).getResultList()) {
            later.add(((Number) number).intValue());
        }
        return List.copyOf(later);
    }

    /** The renewals that were ordered last, by the locked rows themselves, each locked in its turn: by a whole key, so that no gap is. */
    private List<Integer> renewals(Object renewedBy) {
        List<Integer> numbers = new ArrayList<>();
        Object by = renewedBy;
        while (by != null) {
            List<?> next = database.createNativeQuery("SELECT number, renewed_by FROM certificate_order WHERE sitting_id = ?1 AND edition = 1 FOR UPDATE")
                    .setParameter(1, by.toString()).getResultList();
            if (next.isEmpty()) {
                break;
            }
            numbers.add(((Number) ((Object[]) next.get(0))[0]).intValue());
            by = ((Object[]) next.get(0))[1];
        }
        return numbers;
    }

    /**
     * Whether an order is old enough to be seen by this transaction, which reads the database as it was when it began. One that can't be
     * seen has just been made; of one that can, {@link #isHeld} knows whether it was revoked.
     */
    private boolean isSeen(String sitting) {
        return !database.createNativeQuery("SELECT 1 FROM certificate_order WHERE sitting_id = ?1").setParameter(1, sitting).getResultList().isEmpty();
    }

    private Query passed(Query insert, ExamPassed passed, Instant expires) {
        return insert.setParameter(1, passed.sittingId().toString()).setParameter(2, passed.candidate().toString())
                .setParameter(3, passed.track().name()).setParameter(4, String.join(",", passed.courses()))
                .setParameter(5, utc(passed.passedAt())).setParameter(6, now()).setParameter(7, utc(expires));
    }

    /** The same again, as the next edition. @return false if there is a later edition of it already */
    public boolean again(int number) {
        try {
            return database.createNativeQuery("""
                    INSERT INTO certificate_order (sitting_id, edition, candidate_id, track, courses, passed_at, ordered_at, expires_at,
                                                   first_edition, renews, first_passed_at)
                    SELECT o.sitting_id, o.edition + 1, o.candidate_id, o.track, o.courses, o.passed_at, ?2, o.expires_at,
                           COALESCE(o.first_edition, o.number), o.renews, o.first_passed_at
                    FROM certificate_order o WHERE o.number = ?1""")
                    .setParameter(1, number).setParameter(2, now()).executeUpdate() == 1;
        } catch (PersistenceException e) {
            if (isTwice(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isTwice(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException sql && sql.getErrorCode() == DUPLICATE) {
                return true;
            }
        }
        return false;
    }

    /** The next one to be issued, locked; one that somebody else is at is left to them. */
    public Optional<Order> next() {
        List<?> rows = database.createNativeQuery("""
                SELECT number, sitting_id, edition, candidate_id, track, courses, passed_at, renews, first_passed_at, expires_at
                FROM certificate_order
                WHERE done_at IS NULL AND problem IS NULL
                ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED""").getResultList();
        return rows.stream().findFirst().map(row -> order((Object[]) row));
    }

    private static Order order(Object[] row) {
        return new Order(((Number) row[0]).intValue(), UUID.fromString(row[1].toString()), ((Number) row[2]).intValue(),
                new CandidateId(UUID.fromString(row[3].toString())), Track.valueOf((String) row[4]), List.of(((String) row[5]).split(",")),
                SigningKeyStore.instant(row[6]), row[7] == null ? null : ((Number) row[7]).intValue(),
                row[8] == null ? null : SigningKeyStore.instant(row[8]), SigningKeyStore.instant(row[9]));
    }

    public void done(int number) {
        database.createNativeQuery("UPDATE certificate_order SET done_at = ?2 WHERE number = ?1")
                .setParameter(1, number).setParameter(2, now()).executeUpdate();
    }

    /** It can't be issued, and why: a text's key. It waits until somebody tries again. */
    public void failed(int number, String problem) {
        database.createNativeQuery("UPDATE certificate_order SET problem = ?2 WHERE number = ?1")
                .setParameter(1, number).setParameter(2, problem).executeUpdate();
    }

    /** What failed is tried again. */
    public int retry() {
        return database.createNativeQuery("UPDATE certificate_order SET problem = NULL WHERE done_at IS NULL AND problem IS NOT NULL")
                .executeUpdate();
    }

    /** How far it is. */
    public Progress progress() {
        Object[] row = (Object[]) database.createNativeQuery("""
                SELECT COUNT(*), COALESCE(SUM(done_at IS NOT NULL), 0), COALESCE(SUM(problem IS NOT NULL), 0), MAX(problem)
                FROM certificate_order""").getSingleResult();
        return new Progress(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue(), (String) row[3]);
    }

    private LocalDateTime now() {
        return utc(clock.instant());
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
