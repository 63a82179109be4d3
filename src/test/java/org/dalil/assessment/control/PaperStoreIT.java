package org.dalil.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.PaperTest;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.NewId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests from paper as rows on a real database. */
class PaperStoreIT {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Response ONE = new Response("one", false);
    private static final List<TestDatabase> EVERY_VERSION = TestDatabase.everyVersion().toList();

    static Stream<TestDatabase> everyVersion() {
        return EVERY_VERSION.stream();
    }

    private static PaperStore store(EntityManager em) {
        PaperStore store = new PaperStore();
        store.em = em;
        return store;
    }

    /** A card and a course with one version. */
    private record Rows(UUID card, UUID course, UUID version) {

        static Rows in(TestDatabase database) {
            Rows rows = new Rows(NewId.next(), NewId.next(), NewId.next());
            database.inTransaction(em -> {
                run(em, "INSERT INTO course (id, slug, code) VALUES (?1, ?1, 'X')", rows.course);
                run(em, "INSERT INTO course_version (id, course_id, number, hash, published_at, content) VALUES (?1, ?2, 1, 'h', NOW(3), '{}')",
                        rows.version, rows.course);
                run(em, "INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on) "
                        + "VALUES (?1, UNHEX(SHA2(?2, 256)), 1, NOW(3), CURDATE())", rows.card, rows.card);
            });
            return rows;
        }

        private static void run(EntityManager em, String sql, UUID... values) {
            var query = em.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i].toString());
            }
            query.executeUpdate();
        }

        PaperTest test(Occasion occasion, Response response) {
            return new PaperTest(card, version, occasion, Form.A, "ar", Map.of("i1", response, "i2", Response.SKIPPED));
        }

        UUID handedIn(TestDatabase database, Occasion occasion, Instant at) {
            return database.resultOf(em -> {
                UUID id = store(em).add(test(occasion, ONE), course, at, NOW).orElseThrow();
                em.createNativeQuery("UPDATE attempt SET submitted_at = ?1 WHERE id = ?2").setParameter(1, Timestamp.from(at))
                        .setParameter(2, id.toString()).executeUpdate();
                return id;
            });
        }
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_test_from_paper_is_kept_whole_and_once(TestDatabase database) {
        Rows rows = Rows.in(database);
        UUID id = rows.handedIn(database, Occasion.PRE, NOW);
        database.inTransaction(em -> {
            var standing = store(em).standing(rows.card, rows.course, Occasion.PRE).orElseThrow();
            assertEquals(id, standing.attemptId());
            assertTrue(standing.onPaper());
            assertEquals(Map.of("i1", ONE, "i2", Response.SKIPPED), standing.responses());
            assertEquals(Optional.empty(), store(em).add(rows.test(Occasion.PRE, ONE), rows.course, NOW, NOW), "one test for one occasion");
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_correction_is_another_revision_of_what_it_changes_only(TestDatabase database) {
        Rows rows = Rows.in(database);
        UUID id = rows.handedIn(database, Occasion.PRE, NOW);
        database.inTransaction(em -> store(em).write(id, rows.test(Occasion.PRE, new Response("two", false)), NOW));
        database.inTransaction(em -> assertEquals("[two 2,  1]", em.createNativeQuery(
                "SELECT CONCAT(value, ' ', revision) FROM answer WHERE attempt_id = ?1 ORDER BY item_id").setParameter(1, id.toString())
                .getResultList().toString()));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_stack_in_any_order_still_makes_pairs(TestDatabase database) {
        Rows rows = Rows.in(database);
        database.inTransaction(em -> assertEquals(NOW, store(em).placed(rows.test(Occasion.PRE, ONE), rows.course, NOW)));
        rows.handedIn(database, Occasion.POST, NOW.minusSeconds(600));
        database.inTransaction(em -> assertTrue(store(em).placed(rows.test(Occasion.PRE, ONE), rows.course, NOW)
                .isBefore(NOW.minusSeconds(600)), "the test before was written before the test after"));
        Rows others = Rows.in(database);
        others.handedIn(database, Occasion.PRE, NOW);
        database.inTransaction(em -> assertTrue(store(em).placed(others.test(Occasion.POST, ONE), others.course, NOW).isAfter(NOW)));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_test_on_a_phone_is_told_and_its_answers_are_not(TestDatabase database) {
        Rows rows = Rows.in(database);
        UUID id = rows.handedIn(database, Occasion.PRE, NOW);
        database.inTransaction(em -> em.createNativeQuery("UPDATE attempt SET on_paper = FALSE WHERE id = ?1").setParameter(1, id.toString())
                .executeUpdate());
        database.inTransaction(em -> {
            var standing = store(em).standing(rows.card, rows.course, Occasion.PRE).orElseThrow();
            assertEquals(false, standing.onPaper());
            assertEquals(Map.of(), standing.responses());
        });
    }
}
