package org.dalil.report.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.dalil.course.Courses;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;
import org.dalil.report.entity.Attack;
import org.dalil.report.entity.Batch;
import org.dalil.report.entity.BeforeAfter;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.ItemSums;
import org.dalil.report.entity.Medium;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People in plain rows become batches in the database; whoever has every table of them finds nobody. */
class GatheringIT {

    private static final Instant START = Instant.parse("2026-10-05T06:00:00Z");
    private static final List<TestDatabase> EVERY_VERSION = TestDatabase.everyVersion().toList();

    static Stream<TestDatabase> everyVersion() {
        return EVERY_VERSION.stream();
    }

    /** A clock that the test sets. */
    private static final class Set extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A programme in plain rows. */
    private static final class Programme {
        private final EntityManager em;
        private final Set clock = new Set();
        private final BatchStore store = new BatchStore();
        private final ItemStore items = new ItemStore();
        private final Gathering gathering = new Gathering();
        private final ReachedQuery reached = new ReachedQuery();
        private final UUID course = UUID.randomUUID();
        private final UUID version = NewId.next();
        private int number;
        private UUID attempt;

        Programme(EntityManager em) {
            this.em = em;
            List.of("report_member", "report_party", "report_batch", "report_item", "participant_card", "workshop").forEach(t -> run("DELETE FROM " + t));
            run("INSERT INTO course (id, slug, code, version) VALUES (?1, ?2, 'X', NULL)", course, course.toString());
            run("INSERT INTO course_version (id, course_id, number, hash, published_at, content) VALUES (?1, ?2, 1, 'h', ?3, ?4)",
                    version, course, at(0), "{\"mastery\":60}");
            store.database = em;
            reached.database = em;
            reached.courses = new Courses();
            reached.installation = new Installation();
            gathering.store = store;
            gathering.reached = reached;
            gathering.items = items;
            items.database = em;
            gathering.clock = clock;
            gathering.size = new GroupSize();
            gathering.size.installation = reached.installation;
            gathering.size.read();
        }

        static LocalDateTime at(double days) {
            return LocalDateTime.ofInstant(START.plusSeconds((long) (days * 86_400)), ZoneOffset.UTC);
        }

        void run(String sql, Object... values) {
            var query = em.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
            }
            query.executeUpdate();
        }

        /** Held, and closed on the same day. */
        UUID workshop(String region, String partner, double day) {
            UUID workshop = NewId.next();
            run("INSERT INTO workshop (id, course_id, modules, languages, region, partner, held_on, expected, planned_at, opened_at,"
                    + " closed_at, version) VALUES (?1, ?2, '1', 'en', ?3, ?4, ?5, 12, ?6, ?6, ?7, 1)", workshop, course, region, partner,
                    at(day).toLocalDate(), at(day), at(day + 0.3));
            return workshop;
        }

        UUID card(UUID workshop, double day) {
            UUID card = NewId.next();
            run("INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on, scope) VALUES (?1, ?2, 1, ?3, ?4, ?5)", card,
                    card.toString().replace("-", "").getBytes(StandardCharsets.US_ASCII), at(day), at(day).toLocalDate(), workshop);
            if (workshop != null) {
                run("INSERT INTO seat (workshop_id, number, card_id, origin, issued_at) VALUES (?1, ?2, ?3, 'ROOM', ?4)", workshop, ++number,
                        card, at(day));
                run("INSERT INTO attendance (workshop_id, number, how, noted_at) VALUES (?1, ?2, 'PHONE', ?3)", workshop, number, at(day));
            }
            return card;
        }

        void test(UUID card, String occasion, int ordinal, double day, double score, String language) {
            attempt = NewId.next();
            run("INSERT INTO attempt (id, card_id, course_id, version_id, occasion, ordinal, form, language, started_at, submitted_at,"
                    + " answered, scored_items, score) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'A', ?7, ?8, ?8, 10, 10, ?9)", attempt, card, course,
                    version, occasion, ordinal, language, at(day), score);
        }

        void answer(String item, double score, char mark) {
            run("INSERT INTO answer (attempt_id, item_id, submission_id, value, skipped, revision, saved_at, score)"
                    + " VALUES (?1, ?2, ?3, ?4, FALSE, 1, ?5, ?6)", attempt, item, UUID.randomUUID(), String.valueOf(mark), at(0), score);
        }

        void pairs(UUID workshop, int people, String language, double day, Random random) {
            for (int i = 0; i < people; i++) {
                UUID card = card(workshop, day);
                test(card, "PRE", 1, day + 0.05, 10 * random.nextInt(8), language);
                test(card, "POST", 1, day + 0.2, 10 * (3 + random.nextInt(8)), language);
            }
        }

        void on(double day) {
            clock.now = START.plusSeconds((long) (day * 86_400));
        }

        /** What the platform does by the hour. */
        void hour(double day) {
            on(day);
            reached.due(Gathering.settled(clock.now)).forEach(gathering::workshop);
            gathering.others();
        }

        List<Batch> batches(Stage stage) {
            return store.all(stage, 0, Integer.MAX_VALUE);
        }

        /** With so large a smallest group. */
        Showing showing(String smallest) {
            GroupSize size = new GroupSize();
            size.installation = new Installation() {
                @Override
                public Optional<String> setting(String name) {
                    return Optional.of(smallest);
                }
            };
            size.read();
            Showing showing = new Showing();
            showing.size = size;
            showing.clock = clock;
            showing.shown = new ShownStore();
            showing.shown.database = em;
            showing.shelf = new Shelf();
            showing.shelf.store = store;
            showing.shelf.size = size;
            return showing;
        }

        long count(String sql, Object... values) {
            var query = em.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i].toString());
            }
            return ((Number) query.getSingleResult()).longValue();
        }
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_workshop_becomes_a_batch_when_its_figures_leave_the_room_or_a_week_later(TestDatabase database) {
        database.inTransaction(em -> {
            Programme p = new Programme(em);
            UUID early = p.workshop("DUHOK", " Girls'  Voice ", 0);
            p.pairs(early, 12, "ar", 0, new Random(1));
            p.on(1);
            p.gathering.workshop(early);
            Batch batch = p.batches(Stage.COURSE).get(0);
            assertEquals(12, batch.people());
            assertEquals(early, batch.cluster());
            assertEquals(Map.of(Dimension.COURSE, p.course.toString(), Dimension.REGION, "DUHOK", Dimension.PERIOD, "2026-Q4",
                    Dimension.LANGUAGE, "ar", Dimension.PARTNER, "Girls' Voice"), batch.place().values());
            p.gathering.workshop(early);
            assertEquals(1, p.batches(Stage.COURSE).size(), "once");
            UUID late = p.workshop("DUHOK", null, 2);
            p.pairs(late, 15, "ckb", 2, new Random(2));
            p.hour(8);
            assertEquals(1, p.batches(Stage.COURSE).size(), "sheets may still come in");
            p.hour(10);
            assertEquals(List.of(12, 15), p.batches(Stage.COURSE).stream().map(Batch::people).toList());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void small_ones_wait_and_an_erased_card_doesnt_wait_any_more(TestDatabase database) {
        database.inTransaction(em -> {
            Programme p = new Programme(em);
            UUID six = p.workshop("ERBIL", "x", 0);
            p.pairs(six, 6, "ar", 0, new Random(1));
            p.hour(8);
            assertEquals(0, p.batches(Stage.COURSE).size());
            p.run("DELETE FROM participant_card LIMIT 1");
            UUID five = p.workshop("ERBIL", "x", 1);
            p.pairs(five, 5, "ar", 1, new Random(2));
            p.hour(9);
            assertEquals(10, p.batches(Stage.COURSE).get(0).people());
            p.run("DELETE FROM participant_card");
            p.hour(20);
            assertEquals(10, p.batches(Stage.COURSE).get(0).people(), "a batch stays as it is");
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void who_waits_long_gives_up_where_they_were_and_nobody_is_counted_twice(TestDatabase database) {
        database.inTransaction(em -> {
            Programme p = new Programme(em);
            p.pairs(p.workshop("ERBIL", "x", 0), 6, "ar", 0, new Random(1));
            p.pairs(p.workshop("AMMAN", "y", 0), 7, "ckb", 0, new Random(2));
            p.hour(30);
            assertEquals(0, p.batches(Stage.COURSE).size());
            p.hour(30 + 46);
            Batch batch = p.batches(Stage.COURSE).get(0);
            assertEquals(13, batch.people());
            assertEquals(java.util.Set.of(Dimension.COURSE, Dimension.PERIOD), batch.place().values().keySet());
            p.hour(100);
            assertEquals(13, p.batches(Stage.COURSE).stream().mapToInt(Batch::people).sum());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void who_took_no_second_test_is_counted_a_month_later(TestDatabase database) {
        database.inTransaction(em -> {
            Programme p = new Programme(em);
            UUID workshop = p.workshop("ERBIL", "x", 0);
            p.pairs(workshop, 11, "ar", 0, new Random(1));
            for (int i = 0; i < 12; i++) {
                p.test(p.card(workshop, 0), "PRE", 1, 0.1, 50, "ar");
            }
            UUID slow = p.card(workshop, 0);
            p.test(slow, "PRE", 1, 0.1, 50, "ar");
            p.hour(10);
            assertEquals(11, p.batches(Stage.COURSE).stream().mapToInt(Batch::people).sum());
            p.test(slow, "POST", 1, 20, 80, "ar");
            p.hour(32);
            List<Batch> batches = p.batches(Stage.COURSE);
            assertEquals(List.of(11, 12), batches.stream().map(Batch::people).sorted().toList());
            assertEquals(12, batches.stream().mapToInt(b -> b.turnout().preOnly()).sum());
            assertEquals(1, p.count("SELECT COUNT(*) FROM report_member m JOIN report_party y ON y.id = m.party_id AND y.batch IS NULL"
                    + " WHERE m.card_id = ?1", slow));
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_test_taken_again_is_a_follow_up_of_its_own(TestDatabase database) {
        database.inTransaction(em -> {
            Programme p = new Programme(em);
            for (int i = 0; i < 11; i++) {
                UUID card = p.card(null, 0);
                p.test(card, "PRE", 1, 0.1, 40, "ar");
                p.test(card, "POST", 1, 0.2, 70, "ar");
                p.test(card, "POST", 2, 5, 100, "ar");
                p.test(card, "POST", 3, 31, 60, "ar");
            }
            p.hour(40);
            assertEquals(10, p.batches(Stage.COURSE).stream().mapToInt(b -> b.pairs().people()).sum(), "the eleventh waits for others");
            Batch month = p.batches(Stage.MONTH).get(0);
            assertEquals(70, month.pairs().meanBefore(), 1e-9);
            assertEquals(60, month.pairs().meanAfter(), 1e-9);
            assertTrue(p.batches(Stage.QUARTER).isEmpty());
            p.hour(41);
            assertTrue(p.batches(Stage.MONTH).stream().mapToInt(Batch::people).sum() <= 11, "once");
        });
    }

    /** The attack: the sum of two small workshops is in a table; one of them gets a tenth pair and would show ten. */
    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_report_that_would_give_the_rest_of_a_batch_away_is_refused(TestDatabase database) {
        database.inTransaction(em -> {
            Programme p = new Programme(em);
            UUID nine = p.workshop("ERBIL", "x", 0);
            p.pairs(nine, 9, "ar", 0, new Random(1));
            p.pairs(p.workshop("ERBIL", "x", 0), 4, "ar", 0, new Random(2));
            p.hour(8);
            assertEquals(13, p.batches(Stage.COURSE).get(0).people());
            p.pairs(nine, 1, "ar", 8.5, new Random(3));
            p.on(9);
            assertFalse(p.gathering.admits(nine, 10), "13 less 9 is 4");
            UUID own = p.workshop("DUHOK", "x", 9);
            p.pairs(own, 12, "ar", 9, new Random(4));
            p.on(10);
            assertTrue(p.gathering.admits(own, 12));
            assertFalse(p.gathering.admits(own, 13), "one was counted before they were a pair");
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_site_that_asks_for_larger_groups_gets_no_difference_of_a_few(TestDatabase database) {
        database.inTransaction(em -> {
            Programme p = new Programme(em);
            em.createNativeQuery("DELETE FROM report_shown").executeUpdate();
            p.pairs(p.workshop("ERBIL", "x", 0), 12, "ar", 0, new Random(1));
            p.pairs(p.workshop("DUHOK", "x", 0), 40, "ar", 0, new Random(2));
            p.hour(8);
            Table table = new Table(Dimension.REGION, Optional.empty(), Optional.empty());
            p.showing("10").release(Stage.COURSE, table, Medium.PAGE);
            p.showing("10").release(Stage.COURSE, table, Medium.CSV);
            assertEquals(2, p.count("SELECT COUNT(*) FROM report_shown"));
            Refused refused = assertThrows(Refused.class, () -> p.showing("15").release(Stage.COURSE, table, Medium.PAGE));
            assertEquals("report.across.refused", refused.key());
            assertEquals(2, p.count("SELECT COUNT(*) FROM report_shown"));
            p.showing("11").release(Stage.COURSE, table, Medium.PAGE);
            Shelf shelf = p.showing("10").shelf;
            assertEquals(52, shelf.cube(Stage.COURSE, Dimension.REGION, Optional.empty()).all().people());
            p.pairs(p.workshop("AMMAN", "x", 9), 14, "ar", 9, new Random(3));
            p.hour(17);
            assertEquals(66, shelf.cube(Stage.COURSE, Dimension.REGION, Optional.empty()).all().people(), "what is new is read");
            assertEquals(3, shelf.batches(Stage.COURSE).size(), "and nothing twice");
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void answers_to_items_are_added_up_with_the_batch_and_outlive_the_cards(TestDatabase database) {
        database.inTransaction(em -> {
            Programme p = new Programme(em);
            for (String item : List.of("k1", "k2")) {
                p.run("INSERT INTO course_item (version_id, item_id, objective, form, kind, scored) VALUES (?1, ?2, 'keys', 'ANCHOR', 'SINGLE',"
                        + " TRUE)", p.version, item);
            }
            for (int round = 0; round < 2; round++) {
                UUID workshop = p.workshop("ERBIL", "x", round * 10);
                for (int i = 0; i < 20; i++) {
                    UUID card = p.card(workshop, round * 10);
                    p.test(card, "PRE", 1, round * 10 + 0.1, 50, i < 10 ? "ar" : "ckb");
                    p.answer("k1", i % 2, "ab".charAt(i % 2));
                    p.answer("k2", 1, 'c');
                    p.test(card, "POST", 1, round * 10 + 0.2, 50, i < 10 ? "ar" : "ckb");
                    p.answer("k1", 1, 'b');
                }
                p.hour(round * 10 + 8);
            }
            p.run("DELETE FROM participant_card");
            ItemSums sums = p.items.of(p.course).get("k1").now();
            assertEquals(new BeforeAfter(20, 20, 0, 0), sums.tally().both());
            assertEquals(Map.of("a", 20, "b", 20), sums.tally().before().marks());
            assertEquals(40, p.items.of(p.course).get("k2").now().tally().after().skipped());
            assertEquals(java.util.Set.of("ar", "ckb"), sums.byLanguage().stream().map(l -> l.language()).collect(Collectors.toSet()));
            assertTrue(p.items.of(p.course).get("k1").shown().isEmpty());
            p.items.show(p.course, sums);
            assertEquals(sums, p.items.of(p.course).get("k1").shown().orElseThrow());
        });
    }

    /** The attacker sees all 36 tables after each gathering, and the report of every workshop that has one. */
    @ParameterizedTest
    @MethodSource("everyVersion")
    void no_combination_of_published_tables_gives_few_people_back(TestDatabase database) {
        database.inTransaction(em -> {
            Random random = new Random(85);
            Programme p = new Programme(em);
            List<List<Batch>> seen = new ArrayList<>();
            for (int w = 0; w < 12; w++) {
                UUID workshop = p.workshop(List.of("ERBIL", "DUHOK").get(random.nextInt(2)), List.of("x", "y").get(random.nextInt(2)), w * 5);
                for (String language : List.of("ar", "ckb").subList(0, 1 + random.nextInt(2))) {
                    p.pairs(workshop, random.nextInt(3) == 0 ? 10 + random.nextInt(6) : 1 + random.nextInt(9), language, w * 5, random);
                }
                for (int i = random.nextInt(5); i > 0; i--) {
                    p.test(p.card(workshop, w * 5), "PRE", 1, w * 5 + 0.1, 50, "ar");
                }
                p.pairs(null, random.nextInt(3), "ar", w * 5, random);
                p.hour(w * 5 + 1);
                seen.add(p.batches(Stage.COURSE));
            }
            p.hour(100);
            seen.add(p.batches(Stage.COURSE));
            Map<UUID, List<UUID>> ofBatch = parties(em, "SELECT b.id, y.id FROM report_batch b JOIN report_party y ON y.batch = b.number");
            Map<UUID, Integer> place = new HashMap<>();
            ofBatch.values().stream().flatMap(List::stream).forEach(party -> place.put(party, place.size()));
            Attack attack = new Attack();
            seen.forEach(batches -> attack.learn(batches, b -> ofBatch.get(b.scope().parties().keySet().iterator().next()), place));
            parties(em, "SELECT workshop_id, id FROM report_party y WHERE paired AND batch IS NOT NULL AND workshop_id IS NOT NULL"
                    + " AND (SELECT SUM(people) FROM report_party a WHERE a.paired AND a.workshop_id = y.workshop_id) >= 10").values()
                    .forEach(report -> attack.learn(Attack.vector(report, place)));
            List<?> rows = em.createNativeQuery("SELECT id, people FROM report_party WHERE batch IS NOT NULL AND people < 10").getResultList();
            Map<UUID, Integer> small = rows.stream().map(Object[].class::cast)
                    .collect(Collectors.toMap(r -> UUID.fromString(r[0].toString()), r -> ((Number) r[1]).intValue()));
            assertTrue(small.size() > 10 && seen.get(12).size() > 8, small.size() + " small parties in " + seen.get(12).size() + " batches");
            small.forEach((one, people) -> small.forEach((other, more) -> {
                if (one.equals(other) || people + more < 10) {
                    assertFalse(attack.finds(Attack.vector(List.of(one, other), place)), people + " and " + more);
                }
            }));
        });
    }

    private static Map<UUID, List<UUID>> parties(EntityManager em, String sql) {
        List<?> rows = em.createNativeQuery(sql).getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.groupingBy(r -> UUID.fromString(r[0].toString()),
                Collectors.mapping(r -> UUID.fromString(r[1].toString()), Collectors.toList())));
    }
}
