package org.dalil.report.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.dalil.platform.entity.NewId;
import org.dalil.report.entity.CourseFigures;
import org.dalil.report.entity.Latest;
import org.dalil.report.entity.PairFigures;
import org.dalil.report.entity.Release;
import org.dalil.report.entity.SmallestGroup;
import org.dalil.report.entity.Turnout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CourseFiguresQueryIT {

    private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");
    private static final List<TestDatabase> EVERY_VERSION = TestDatabase.everyVersion().toList();

    static Stream<TestDatabase> everyVersion() {
        return EVERY_VERSION.stream();
    }

    /** One course and the cards that learn in it, in plain rows. */
    private static final class Class {
        private final EntityManager em;
        private final UUID course = UUID.randomUUID();
        private final UUID version = NewId.next();
        private UUID card;

        Class(EntityManager em, int mastery) {
            this.em = em;
            run("INSERT INTO course (id, slug, code, version) VALUES (?1, ?2, 'X', NULL)", course, course.toString());
            run("INSERT INTO course_version (id, course_id, number, hash, published_at, content) VALUES (?1, ?2, 1, ?3, ?4, ?5)",
                    version, course, "h", at(0), "{\"mastery\":" + mastery + "}");
            run("UPDATE course SET version = ?1 WHERE id = ?2", version, course);
        }

        private void run(String sql, Object... values) {
            var query = em.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
            }
            query.executeUpdate();
        }

        static LocalDateTime at(int minute) {
            return LocalDateTime.ofInstant(START.plusSeconds(60L * minute), ZoneOffset.UTC);
        }

        Class card() {
            card = NewId.next();
            run("INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on) VALUES (?1, ?2, 1, ?3, '2026-11-20')", card,
                    card.toString().replace("-", "").getBytes(java.nio.charset.StandardCharsets.US_ASCII), at(0));
            return this;
        }

        Class reads() {
            run("INSERT INTO module_progress VALUES (?1, ?2, 1, 1, 1, FALSE, FALSE, ?3, NULL)", card, course, at(500));
            return this;
        }

        Class test(String occasion, int ordinal, Integer minute, double score, boolean closedEarly, int answered) {
            run("INSERT INTO attempt (id, card_id, course_id, version_id, occasion, ordinal, form, language, started_at, submitted_at,"
                    + " closed_early, answered, scored_items, score)"
                    + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'A', 'en', ?7, ?8, ?9, ?10, 10, ?11)", NewId.next(), card, course,
                    version, occasion, ordinal, at(0), minute == null ? null : at(minute), closedEarly, answered, score);
            return this;
        }

        Class pre(int minute, double score) {
            return test("PRE", 1, minute, score, false, 10);
        }

        Class post(int minute, double score) {
            return test("POST", 1, minute, score, false, 10);
        }

        Class finishes(int minute) {
            run("INSERT INTO course_completion VALUES (?1, ?2, ?3, ?4)", card, course, version, at(minute));
            return this;
        }

        Latest latest() {
            CourseFiguresQuery query = new CourseFiguresQuery();
            query.database = em;
            return query.latest().stream().filter(l -> l.now().courseId().equals(course)).findFirst().orElseThrow();
        }

        Turnout turnout() {
            return latest().now().turnout();
        }

        PairFigures pairs() {
            return latest().now().pairs().orElseThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void everybody_is_in_one_state(TestDatabase database) {
        database.inTransaction(em -> {
            Class t = new Class(em, 80);
            assertEquals(Turnout.NOBODY, t.turnout());
            assertTrue(t.latest().now().pairs().isEmpty());
            t.card().reads();
            t.card().test("PRE", 1, null, 0, false, 0);
            t.card().pre(10, 40).reads();
            t.card().post(20, 70).finishes(21);
            t.card().pre(10, 40).post(30, 70).reads().finishes(31);
            t.card().pre(10, 40).test("POST", 1, 30, 20, true, 7);
            assertEquals(new Turnout(2, 1, 1, 1, 1, 2), t.turnout());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void the_pair_is_the_first_before_and_the_first_after_it(TestDatabase database) {
        database.inTransaction(em -> {
            Class t = new Class(em, 80);
            t.card().pre(10, 40).test("PRE", 2, 50, 90, false, 10).post(30, 70).test("POST", 2, 60, 100, false, 10);
            PairFigures pair = t.pairs();
            assertEquals(40, pair.meanPre());
            assertEquals(70, pair.meanPost());
            assertEquals(30, pair.meanGain());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_test_after_that_came_first_waits_for_the_next_one(TestDatabase database) {
        database.inTransaction(em -> {
            Class t = new Class(em, 80);
            t.card().post(5, 100).pre(10, 40);
            assertEquals(new Turnout(0, 0, 1, 0, 0, 0), t.turnout());
            t.test("POST", 2, 30, 60, false, 10);
            assertEquals(1, t.turnout().paired());
            assertEquals(20, t.pairs().meanGain());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_test_closed_early_pairs_from_four_fifths(TestDatabase database) {
        database.inTransaction(em -> {
            Class t = new Class(em, 80);
            t.card().test("PRE", 1, 10, 40, true, 8).post(30, 70);
            t.card().test("PRE", 1, 10, 40, true, 7).post(30, 70);
            t.card().test("PRE", 1, 10, 40, false, 2).post(30, 70);
            assertEquals(new Turnout(0, 0, 0, 1, 2, 0), t.turnout());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void means_deviation_and_pass_mark(TestDatabase database) {
        database.inTransaction(em -> {
            Class t = new Class(em, 60);
            t.card().pre(1, 30).post(2, 60);
            t.card().pre(1, 60).post(2, 70);
            t.card().pre(1, 50).post(2, 59.9);
            t.card().pre(1, 99);
            PairFigures pairs = t.pairs();
            assertEquals(140 / 3.0, pairs.meanPre(), 1e-6);
            assertEquals(189.9 / 3, pairs.meanPost(), 1e-6);
            assertEquals(49.9 / 3, pairs.meanGain(), 1e-6);
            // 30, 10, 9.9: the sample's deviation, n − 1
            assertEquals(11.5760, pairs.deviation(), 1e-3);
            assertEquals(1, pairs.passedPre());
            assertEquals(2, pairs.passedPost());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void what_was_published_comes_back_with_what_has_moved_since(TestDatabase database) {
        database.inTransaction(em -> {
            Class t = new Class(em, 80);
            for (int i = 0; i < 12; i++) {
                t.card().pre(10 + i, 40 + i).post(40 + i, 70);
            }
            ReleaseStore store = new ReleaseStore();
            store.database = em;
            CourseFigures figures = t.latest().now();
            Release first = Release.next(Optional.empty(), figures, t.latest().since(), SmallestGroup.TEN, START.plusSeconds(60 * 60));
            assertTrue(store.remember(first));
            assertFalse(store.remember(first), "somebody was faster");
            assertEquals(first, t.latest().last().orElseThrow());
            assertEquals(new Release.Movement(0, 0), t.latest().since());

            t.card().pre(55, 40).post(70, 70);
            t.card().pre(65, 40);
            t.reads();
            assertEquals(new Release.Movement(2, 1), t.latest().since());
            assertTrue(store.remember(new Release(2, START.plusSeconds(4000), t.latest().now())));
            assertEquals(2, t.latest().last().orElseThrow().number());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void an_erased_card_is_gone_from_the_figures(TestDatabase database) {
        database.inTransaction(em -> {
            Class t = new Class(em, 80);
            t.card().pre(10, 40).post(30, 70).finishes(31);
            t.run("DELETE FROM participant_card WHERE id = ?1", t.card);
            assertEquals(Turnout.NOBODY, t.turnout());
        });
    }
}
