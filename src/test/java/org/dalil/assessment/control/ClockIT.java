package org.dalil.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server whose clock is set while somebody answers: an hour or a day on or back, and summer time. Whatever it is set to, an
 * answer that was confirmed is there, nothing took less than no time, and a phone that changed hands does not stay open.
 */
class ClockIT {

    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final Keys KEYS = PlatformParts.keys();
    private static final Course COURSE = CurriculumReader.read(Path.of("src/test/resources/courses-valid")).curriculum().courses()
            .get(0).course();
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Response ONE = new Response("one", false);

    /** A card in a browser that has begun a test. */
    private record Learner(UUID card, UUID course, UUID version, String cookie) {

        static Learner begun(Instant at) {
            Learner learner = new Learner(NewId.next(), NewId.next(), NewId.next(), NewId.next().toString());
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
            UUID attempt = sitting.open(Occasion.PRE).orElseThrow().id();
            return DATABASE.resultOf(em -> store(em).save(
                    new SaveRight(attempt, sitting.visitId(), version, Form.A, now.plus(SaveRight.LASTS)), "i1", response, null, now));
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
    }

    private static AttemptStore store(EntityManager em) {
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

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1D", "-PT1H", "-P1D"})
    void a_clock_that_jumps_closes_the_phone_and_loses_nothing(Duration jump) {
        Learner learner = Learner.begun(NOW);
        learner.save(learner.sitting(NOW).orElseThrow(), ONE, NOW).orElseThrow();
        Instant jumped = NOW.plus(jump);
        assertEquals(Optional.empty(), learner.sitting(jumped), "the card has to be entered again");
        DATABASE.inTransaction(em -> learner.arrive(em, jumped));
        Sitting again = learner.sitting(jumped).orElseThrow();
        assertEquals(ONE, again.open(Occasion.PRE).orElseThrow().responses().get("i1"));
        assertTrue(learner.save(again, new Response("two", false), jumped).isPresent(), "and then it goes on");
        assertFalse(learner.submitted(again, jumped).isNegative(), "nothing takes less than no time");
    }

    @ParameterizedTest
    @CsvSource({"PT10M, PT10M", "-PT10M, PT0S", "PT0S, PT0S"})
    void a_clock_that_is_put_right_by_minutes_disturbs_nobody(Duration jump, Duration took) {
        Learner learner = Learner.begun(NOW);
        Sitting sitting = learner.sitting(NOW.plus(jump)).orElseThrow();
        learner.save(sitting, ONE, NOW.plus(jump)).orElseThrow();
        assertEquals(took, learner.submitted(sitting, NOW.plus(jump)));
    }

    /** On a machine of that zone: the hour that its clock shows twice in autumn, and the one that it leaves out in spring. */
    @Test
    void summer_time_changes_no_moment() {
        TimeZone machine = TimeZone.getDefault();
        try {
            for (String zone : List.of("Asia/Beirut", "Europe/Berlin", "Asia/Baghdad")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                PlatformParts.leaveTheMachinesZone();
                for (String day : List.of("2026-03-28T21:00:00Z", "2026-03-29T00:00:00Z", "2026-10-24T20:00:00Z", "2026-10-25T00:00:00Z")) {
                    for (int quarter = 0; quarter < 10; quarter++) {
                        Instant at = Instant.parse(day).plus(Duration.ofMinutes(15L * quarter));
                        Learner learner = Learner.begun(at);
                        Sitting sitting = learner.sitting(at.plusSeconds(60)).orElseThrow();
                        assertEquals(at, sitting.open(Occasion.PRE).orElseThrow().startedAt(), zone);
                        assertEquals(Optional.of(at), learner.save(sitting, ONE, at), zone);
                        assertEquals(Duration.ofMinutes(20), learner.submitted(sitting, at.plus(Duration.ofMinutes(20))), zone + " " + at);
                    }
                }
            }
        } finally {
            TimeZone.setDefault(machine);
        }
    }
}
