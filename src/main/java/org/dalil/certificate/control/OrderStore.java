package org.dalil.certificate.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /**
     * A passed exam: once, however often it is told; and a certificate is renewed once, however many exams its holder passes.
     *
     * @return whether something is ordered by it that was not before
     */
    public boolean add(ExamPassed passed) {
        return passed.renewal() == null ? first(passed) : renewal(passed, passed.renewal());
    }

    private boolean first(ExamPassed passed) {
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

    /** Whether this is the certificate that they have: not revoked, and none ends later. */
    private boolean isHeld(CandidateId candidate, Track track, int cycle) {
        return !database.createNativeQuery("SELECT 1 FROM exam_certificate WHERE candidate_id = ?1 AND track = ?2 AND cycle = ?3")
                .setParameter(1, candidate.toString()).setParameter(2, track.name()).setParameter(3, cycle).getResultList().isEmpty();
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

    /** The same again, as the next edition. */
    public void again(int number) {
        database.createNativeQuery("""
                INSERT INTO certificate_order (sitting_id, edition, candidate_id, track, courses, passed_at, ordered_at, expires_at,
                                               first_edition, renews, first_passed_at)
                SELECT o.sitting_id, o.edition + 1, o.candidate_id, o.track, o.courses, o.passed_at, ?2, o.expires_at,
                       COALESCE(o.first_edition, o.number), o.renews, o.first_passed_at
                FROM certificate_order o WHERE o.number = ?1""")
                .setParameter(1, number).setParameter(2, now()).executeUpdate();
    }

    /** The next one to be issued, locked; one that somebody else is at is left to them. */
    public Optional<Order> next() {
        List<?> rows = database.createNativeQuery("""
                SELECT number, sitting_id, edition, candidate_id, track, courses, passed_at, first_passed_at, expires_at
                FROM certificate_order
                WHERE done_at IS NULL AND problem IS NULL
                ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED""").getResultList();
        return rows.stream().findFirst().map(row -> order((Object[]) row));
    }

    private static Order order(Object[] row) {
        return new Order(((Number) row[0]).intValue(), UUID.fromString(row[1].toString()), ((Number) row[2]).intValue(),
                new CandidateId(UUID.fromString(row[3].toString())), Track.valueOf((String) row[4]), List.of(((String) row[5]).split(",")),
                SigningKeyStore.instant(row[6]), row[7] == null ? null : SigningKeyStore.instant(row[7]), SigningKeyStore.instant(row[8]));
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
