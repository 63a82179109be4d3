package org.dalil.certificate.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.certificate.entity.Order;
import org.dalil.certificate.entity.Progress;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Track;

/** What is to be issued and what was. */
@ApplicationScoped
public class OrderStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    @Inject
    Clock clock;

    /** A passed exam: once, however often it is told. */
    public void add(ExamPassed passed) {
        database.createNativeQuery("""
                INSERT IGNORE INTO certificate_order (sitting_id, edition, candidate_id, track, courses, passed_at, ordered_at)
                VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6)""")
                .setParameter(1, passed.sittingId().toString()).setParameter(2, passed.candidate().toString())
                .setParameter(3, passed.track().name()).setParameter(4, String.join(",", passed.courses()))
                .setParameter(5, LocalDateTime.ofInstant(passed.passedAt(), ZoneOffset.UTC)).setParameter(6, now()).executeUpdate();
    }

    /** The same again, as the next edition. */
    public void again(int number) {
        database.createNativeQuery("""
                INSERT INTO certificate_order (sitting_id, edition, candidate_id, track, courses, passed_at, ordered_at)
                SELECT o.sitting_id, o.edition + 1, o.candidate_id, o.track, o.courses, o.passed_at, ?2
                FROM certificate_order o WHERE o.number = ?1""")
                .setParameter(1, number).setParameter(2, now()).executeUpdate();
    }

    /** The next one to be issued, locked; one that somebody else is at is left to them. */
    public Optional<Order> next() {
        List<?> rows = database.createNativeQuery("""
                SELECT number, sitting_id, edition, candidate_id, track, courses, passed_at
                FROM certificate_order
                WHERE done_at IS NULL AND problem IS NULL
                ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED""").getResultList();
        return rows.stream().findFirst().map(row -> order((Object[]) row));
    }

    private static Order order(Object[] row) {
        return new Order(((Number) row[0]).intValue(), UUID.fromString(row[1].toString()), ((Number) row[2]).intValue(),
                new CandidateId(UUID.fromString(row[3].toString())), Track.valueOf((String) row[4]), List.of(((String) row[5]).split(",")),
                SigningKeyStore.instant(row[6]));
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
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
