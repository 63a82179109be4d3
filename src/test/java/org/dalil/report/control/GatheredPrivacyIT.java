package org.dalil.report.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
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
import org.dalil.platform.entity.Refused;
import org.dalil.report.entity.Attack;
import org.dalil.report.entity.Batch;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.Medium;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has every table and report of what was gathered in the database finds nobody. */
class GatheredPrivacyIT {

    private static final List<TestDatabase> EVERY_VERSION = TestDatabase.everyVersion().toList();

    static Stream<TestDatabase> everyVersion() {
        return EVERY_VERSION.stream();
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
