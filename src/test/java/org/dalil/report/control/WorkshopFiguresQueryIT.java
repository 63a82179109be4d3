package org.dalil.report.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.NewId;
import org.dalil.report.control.WorkshopReleaseStore.Audience;
import org.dalil.report.entity.ItemTally;
import org.dalil.report.entity.PairedScore;
import org.dalil.report.entity.PairedScore.ObjectiveScore;
import org.dalil.report.entity.Movement;
import org.dalil.report.entity.Turnout;
import org.dalil.report.entity.WorkshopFigures;
import org.dalil.report.entity.WorkshopPeople;
import org.dalil.report.entity.WorkshopRelease;
import org.dalil.report.entity.WorkshopTotals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows made by hand, figures worked out by hand. The forms: k1 (anchor, keys), a1 and a2 (A: keys, help), b1 and b2 (B: keys, help). */
class WorkshopFiguresQueryIT {

    private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");
    private static final List<TestDatabase> EVERY_VERSION = TestDatabase.everyVersion().toList();

    static Stream<TestDatabase> everyVersion() {
        return EVERY_VERSION.stream();
    }

    private static LocalDateTime at(int minute) {
        return LocalDateTime.ofInstant(START.plusSeconds(60L * minute), ZoneOffset.UTC);
    }

    /** One workshop and who is in it, in plain rows. */
    private static final class Room {
        private final EntityManager em;
        private final UUID course = UUID.randomUUID();
        private final UUID version = NewId.next();
        private final UUID workshop = NewId.next();
        private int number;
        private UUID card;
        private UUID attempt;

        Room(EntityManager em) {
            this.em = em;
            run("INSERT INTO course (id, slug, code, version) VALUES (?1, ?2, 'X', NULL)", course, course.toString());
            run("INSERT INTO course_version (id, course_id, number, hash, published_at, content) VALUES (?1, ?2, 1, 'h', ?3, ?4)",
                    version, course, at(0), "{\"mastery\":60}");
            run("UPDATE course SET version = ?1 WHERE id = ?2", version, course);
            item("k1", "keys", "ANCHOR", "SINGLE", true);
            item("a1", "keys", "A", "SINGLE", true);
            item("a2", "help", "A", "MULTIPLE", true);
            item("b1", "keys", "B", "SINGLE", true);
            item("b2", "help", "B", "MULTIPLE", true);
            item("s1", "", "BOTH", "SCALE", false);
            run("INSERT INTO workshop (id, course_id, modules, languages, region, held_on, expected, planned_at, version)"
                    + " VALUES (?1, ?2, '1', 'en', 'DUHOK', '2026-11-20', 12, ?3, 1)", workshop, course, at(0));
        }

        private void item(String id, String objective, String form, String kind, boolean scored) {
            run("INSERT INTO course_item (version_id, item_id, objective, form, kind, scored) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", version, id,
                    objective, form, kind, scored);
        }

        private void run(String sql, Object... values) {
            var query = em.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
            }
            query.executeUpdate();
        }

        /** A card with the next number; nobody has used it. */
        Room seat() {
            card = NewId.next();
            run("INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on) VALUES (?1, ?2, 1, ?3, '2026-11-20')", card,
                    card.toString().replace("-", "").getBytes(StandardCharsets.US_ASCII), at(0));
            run("INSERT INTO seat (workshop_id, number, card_id, origin, issued_at) VALUES (?1, ?2, ?3, 'PRINT', ?4)", workshop, ++number, card,
                    at(0));
            return this;
        }

        /** Somebody with the next number is there. */
        Room comes(String how) {
            seat();
            run("INSERT INTO attendance (workshop_id, number, how, noted_at) VALUES (?1, ?2, ?3, ?4)", workshop, number, how, at(1));
            return this;
        }

        Room begins(String occasion, int ordinal, String form, Integer minute, double score, boolean early, int answered, boolean paper) {
            attempt = NewId.next();
            run("INSERT INTO attempt (id, card_id, course_id, version_id, occasion, ordinal, form, language, started_at, submitted_at,"
                    + " closed_early, answered, scored_items, score, on_paper) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'en', ?8, ?9, ?10, ?11, 10,"
                    + " ?12, ?13)", attempt, card, course, version, occasion, ordinal, form, at(2), minute == null ? null : at(minute), early,
                    answered, score, paper);
            return this;
        }

        Room pre(int minute, String form, double score) {
            return begins("PRE", 1, form, minute, score, false, 10, false);
        }

        Room post(int minute, String form, double score) {
            return begins("POST", 1, form, minute, score, false, 10, false);
        }

        Room answers(String item, double score, String marks) {
            run("INSERT INTO answer (attempt_id, item_id, submission_id, value, skipped, revision, saved_at, score)"
                    + " VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7)", attempt, item, UUID.randomUUID(), marks, marks.isEmpty(), at(3), score);
            return this;
        }

        Room saw(double share) {
            run("INSERT INTO exposure (attempt_id, share) VALUES (?1, ?2)", attempt, share);
            return this;
        }

        Room finishes(int minute) {
            run("INSERT INTO course_completion (card_id, course_id, version_id, completed_at) VALUES (?1, ?2, ?3, ?4)", card, course, version,
                    at(minute));
            return this;
        }

        WorkshopPeople people() {
            WorkshopFiguresQuery query = new WorkshopFiguresQuery();
            query.database = em;
            return query.people(workshop);
        }

        WorkshopFigures figures() {
            return people().figures();
        }

        PairedScore pair() {
            assertEquals(1, figures().pairs().size());
            return figures().pairs().get(0);
        }

        ItemTally tally(String item) {
            return figures().items().stream().filter(i -> i.item().equals(item)).findFirst().orElseThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void everybody_who_was_there_is_in_one_state(TestDatabase database) {
        database.inTransaction(em -> {
            Room t = new Room(em);
            assertEquals(Turnout.NOBODY, t.figures().turnout());
            t.seat();
            t.comes("TRAINER");
            t.comes("PHONE").begins("PRE", 1, "A", null, 0, false, 0, false);
            t.comes("PHONE").pre(10, "A", 40);
            t.comes("PHONE").post(20, "B", 70).finishes(21);
            t.comes("PHONE").pre(10, "A", 40).post(30, "B", 70).finishes(31);
            t.comes("SHEET").begins("PRE", 1, "B", 10, 30, false, 9, true).begins("POST", 1, "A", 40, 60, false, 10, true);
            t.comes("PHONE").pre(10, "A", 50).begins("POST", 1, "B", 30, 20, true, 7, false);
            t.comes("PHONE").pre(10, "A", 90).post(30, "B", 90);
            t.run("DELETE FROM participant_card WHERE id = ?1", t.card);
            WorkshopFigures figures = t.figures();
            assertEquals(new Turnout(2, 1, 1, 1, 2, 2), figures.turnout());
            assertEquals(List.of(40.0, 50.0), figures.unpairedBefore().stream().sorted().toList());
            assertEquals(12, figures.expected());
            assertEquals(60, figures.mark());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void who_has_a_test_but_no_mark_of_presence_was_there(TestDatabase database) {
        database.inTransaction(em -> {
            Room t = new Room(em);
            t.seat().pre(10, "A", 40);
            assertEquals(new Turnout(0, 1, 0, 0, 0, 0), t.figures().turnout());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void the_pair_is_the_first_before_and_the_first_after_it(TestDatabase database) {
        database.inTransaction(em -> {
            Room t = new Room(em);
            t.comes("PHONE").begins("POST", 1, "A", 5, 100, false, 10, false).pre(10, "B", 40).begins("PRE", 2, "A", 50, 90, false, 10, false)
                    .begins("POST", 2, "A", 30, 70, false, 10, false).saw(0.75).begins("POST", 3, "B", 60, 100, false, 10, false);
            assertEquals(new PairedScore(40, 70, Form.B, 0.75, false, Map.of("keys", new ObjectiveScore(0, 2, 0, 2), "help",
                    new ObjectiveScore(0, 1, 0, 1))), t.pair());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_test_closed_early_pairs_from_four_fifths(TestDatabase database) {
        database.inTransaction(em -> {
            Room t = new Room(em);
            t.comes("PHONE").begins("PRE", 1, "A", 10, 40, true, 8, false).post(30, "B", 70);
            assertTrue(t.pair().early());
            t.comes("PHONE").begins("PRE", 1, "A", 10, 41, true, 7, false).post(30, "B", 70);
            assertEquals(new Turnout(0, 0, 0, 1, 1, 0), t.figures().turnout());
            assertEquals(List.of(), t.figures().unpairedBefore(), "a test that isn't whole has no score to compare");
            t.comes("PHONE").begins("PRE", 1, "A", 10, 42, false, 2, false).post(30, "B", 70);
            assertEquals(2, t.figures().turnout().paired());
        });
    }

    /** A before: k1 right, a1 wrong, a2 half. B after: k1 right, b1 right, b2 never reached. */
    @ParameterizedTest
    @MethodSource("everyVersion")
    void scores_by_objective_and_by_item(TestDatabase database) {
        database.inTransaction(em -> {
            Room t = new Room(em);
            t.comes("PHONE").pre(10, "A", 50).answers("k1", 1, "x").answers("a1", 0, "y").answers("a2", 0.5, "p,q").answers("s1", 0, "4")
                    .post(30, "B", 66).answers("k1", 1, "x").answers("b1", 1, "z");
            assertEquals(Map.of("keys", new ObjectiveScore(50, 2, 100, 2), "help", new ObjectiveScore(50, 1, 0, 1)), t.pair().objectives());
            assertEquals(List.of("a1", "a2", "b1", "b2", "k1"), t.figures().items().stream().map(ItemTally::item).toList());
            ItemTally anchor = t.tally("k1");
            assertEquals(1, anchor.both().kept());
            assertEquals(0.25, anchor.before().scores().rest().mean(), 1e-9);
            assertEquals(0.5, anchor.after().scores().rest().mean(), 1e-9);
            assertTrue(anchor.choice());
            ItemTally never = t.tally("b2");
            assertEquals(1, never.after().skipped());
            assertEquals(0, never.before().scores().item().size());
            assertFalse(never.choice());
            assertEquals(Map.of("p", 1, "q", 1), t.tally("a2").before().marks());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void items_of_a_test_that_isnt_whole_dont_count(TestDatabase database) {
        database.inTransaction(em -> {
            Room t = new Room(em);
            t.comes("PHONE").begins("POST", 1, "B", 30, 10, true, 3, false).answers("k1", 1, "x");
            assertEquals(List.of(), t.figures().items());
            t.comes("PHONE").post(30, "B", 10).answers("k1", 1, "x");
            assertEquals(1, t.tally("k1").after().right());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void another_workshop_is_another_figure(TestDatabase database) {
        database.inTransaction(em -> {
            Room one = new Room(em);
            one.comes("PHONE").pre(10, "A", 40).post(30, "B", 70);
            Room other = new Room(em);
            other.comes("PHONE").pre(10, "A", 40);
            assertEquals(new Turnout(0, 1, 0, 0, 0, 0), other.figures().turnout());
            assertEquals(1, one.figures().pairs().size());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void what_was_shown_comes_back_with_what_has_moved_since(TestDatabase database) {
        database.inTransaction(em -> {
            Room t = new Room(em);
            for (int i = 0; i < 12; i++) {
                t.comes("PHONE").pre(10 + i, i % 2 == 0 ? "A" : "B", 40 + i).post(40 + i, i % 2 == 0 ? "B" : "A", 70).answers("k1", 1, "x").saw(0.5);
            }
            WorkshopReleaseStore store = new WorkshopReleaseStore();
            store.database = em;
            WorkshopRelease first = new WorkshopRelease(1, START.plusSeconds(60 * 60), WorkshopTotals.of(t.figures()));
            assertEquals(Optional.empty(), store.last(t.workshop, Audience.ROOM));
            assertTrue(store.remember(first, Audience.ROOM));
            assertFalse(store.remember(first, Audience.ROOM), "the other trainer was faster");
            assertEquals(Optional.of(first), store.last(t.workshop, Audience.ROOM));
            assertEquals(Optional.empty(), store.last(t.workshop, Audience.EVERYBODY), "the two are counted apart");
            assertEquals(new Movement(0, 0), t.people().since(first.takenAt()));

            t.comes("PHONE").pre(55, "A", 40).post(70, "B", 70);
            t.comes("PHONE").pre(65, "A", 40);
            assertEquals(new Movement(2, 1), t.people().since(first.takenAt()));
            assertTrue(store.remember(new WorkshopRelease(2, START.plusSeconds(4000), WorkshopTotals.of(t.figures())), Audience.ROOM));
            assertEquals(2, store.last(t.workshop, Audience.ROOM).orElseThrow().number());
        });
    }
}
