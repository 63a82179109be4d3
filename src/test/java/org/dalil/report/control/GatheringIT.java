package org.dalil.report.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.dalil.platform.entity.Refused;
import org.dalil.report.entity.Batch;
import org.dalil.report.entity.BeforeAfter;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.ItemSums;
import org.dalil.report.entity.Stage;
import org.dalil.workshop.entity.SheetTaken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People in plain rows become batches in the database. */
class GatheringIT {

    private static final List<TestDatabase> EVERY_VERSION = TestDatabase.everyVersion().toList();

    static Stream<TestDatabase> everyVersion() {
        return EVERY_VERSION.stream();
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

    /** Sheets are found in a bag after weeks. */
    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_late_sheet_reaches_the_figures_or_is_refused(TestDatabase database) {
        database.inTransaction(em -> {
            Programme p = new Programme(em);
            UUID workshop = p.workshop("ERBIL", "x", 0);
            p.pairs(workshop, 11, "ar", 0, new Random(1));
            UUID counted = p.lastCard();
            UUID early = p.card(workshop, 0);
            p.test(early, "PRE", 1, 0.1, 50, "ar");
            UUID nothing = p.card(workshop, 0);
            CountedObserver figures = new CountedObserver();
            figures.store = p.store;
            figures.taken(new SheetTaken(counted, p.course, 11));
            p.hour(10);
            assertEquals(11, p.batches(Stage.COURSE).stream().mapToInt(Batch::people).sum());
            Refused refused = assertThrows(Refused.class, () -> figures.taken(new SheetTaken(counted, p.course, 11)));
            assertEquals("workshop.sheet.late", refused.key());
            assertEquals(List.of(11), List.of(refused.arguments()));
            figures.taken(new SheetTaken(counted, UUID.randomUUID(), 11));
            figures.taken(new SheetTaken(early, p.course, 12));
            p.test(early, "POST", 1, 0.2, 80, "ar");
            figures.taken(new SheetTaken(nothing, p.course, 13));
            p.test(nothing, "PRE", 1, 0.1, 50, "ar");
            p.test(nothing, "POST", 1, 0.2, 80, "ar");
            p.pairs(p.workshop("ERBIL", "x", 11), 9, "ar", 11, new Random(2));
            p.hour(20);
            List<Batch> batches = p.batches(Stage.COURSE);
            assertEquals(List.of(11, 11), batches.stream().map(Batch::people).toList());
            assertEquals(22, batches.stream().mapToInt(b -> b.turnout().paired()).sum(), "both late pairs are in");
            assertThrows(Refused.class, () -> figures.taken(new SheetTaken(early, p.course, 12)));
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
}
