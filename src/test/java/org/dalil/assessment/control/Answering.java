package org.dalil.assessment.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.dalil.TestDatabase;
import org.dalil.assessment.entity.Attempt;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.SaveRight;
import org.dalil.assessment.entity.Sitting;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.NewId;

/** A card in a browser that has begun a test, in a database. */
record Answering(UUID card, UUID course, UUID version, String cookie) {

    static final TestDatabase DATABASE = TestDatabase.shared();
    static final Course COURSE = CurriculumReader.read(Path.of("src/test/resources/courses-valid")).curriculum().courses()
            .get(0).course();
    private static final Keys KEYS = PlatformParts.keys();

    static Answering begun(Instant at) {
        Answering learner = new Answering(NewId.next(), NewId.next(), NewId.next(), NewId.next().toString());
        DATABASE.inTransaction(em -> {
            run(em, "INSERT INTO course (id, slug, code) VALUES (?1, ?1, 'X')", learner.course.toString());
            run(em, "INSERT INTO course_version (id, course_id, number, hash, published_at, content) VALUES (?1, ?2, 1, 'h', NOW(3), '{}')",
                    learner.version.toString(), learner.course.toString());
            run(em, "INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on) "
                    + "VALUES (?1, UNHEX(SHA2(?1, 256)), 1, NOW(3), CURDATE())", learner.card.toString());
            learner.arrive(em, at);
            store(em).begin(learner.card, learner.course, learner.version, Occasion.PRE, 1, Form.A, "ar", null, at);
        });
        return learner;
    }

    /** The card is entered. */
    void arrive(EntityManager em, Instant at) {
        run(em, "UPDATE visit SET ended_at = NOW(3) WHERE card_id = ?1", card.toString());
        run(em, "DELETE FROM visit WHERE cookie_mac = ?1", (Object) KEYS.mac("visit", Keys.CURRENT, cookie));
        run(em, "INSERT INTO visit (id, cookie_mac, card_id, started_at, used_at) VALUES (?1, ?2, ?3, ?4, ?4)", NewId.next().toString(),
                KEYS.mac("visit", Keys.CURRENT, cookie), card.toString(), Timestamp.from(at));
    }

    Optional<Sitting> sitting(Instant now) {
        SittingQuery query = new SittingQuery();
        query.statements = DATABASE.dataSource();
        query.keys = KEYS;
        query.clock = Clock.fixed(now, ZoneOffset.UTC);
        return query.of(cookie, course, false);
    }

    Optional<Instant> save(Sitting sitting, Response response, Instant now) {
        return save(sitting, "i1", response, null, now);
    }

    Optional<Instant> save(Sitting sitting, String item, Response response, Double score, Instant now) {
        UUID attempt = sitting.open(Occasion.PRE).orElseThrow().id();
        return DATABASE.resultOf(em -> store(em).save(
                new SaveRight(attempt, sitting.visitId(), version, Form.A, now.plus(SaveRight.LASTS)), item, response, score, now));
    }

    /** Hands the test in. @return how long it took, by what is kept */
    Duration submitted(Sitting sitting, Instant now) {
        UUID id = sitting.open(Occasion.PRE).orElseThrow().id();
        DATABASE.inTransaction(em -> {
            Attempt attempt = store(em).of(id, card).orElseThrow();
            assertTrue(attempt.submit(store(em).answers(id), COURSE, sitting.visitId(), now));
        });
        return DATABASE.resultOf(em -> {
            Object[] row = (Object[]) em.createNativeQuery("SELECT started_at, submitted_at FROM attempt WHERE id = ?1")
                    .setParameter(1, id.toString()).getSingleResult();
            return Duration.between(((Timestamp) row[0]).toInstant(), ((Timestamp) row[1]).toInstant());
        });
    }

    static AttemptStore store(EntityManager em) {
        AttemptStore store = new AttemptStore();
        store.em = em;
        store.statements = DATABASE.dataSource();
        return store;
    }

    private static void run(EntityManager em, String sql, Object... values) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
