package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.dalil.assessment.entity.Discrimination.Band;
import org.dalil.course.entity.Bank;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.control.ItemFiguresQuery;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.ItemFigures;
import org.dalil.platform.entity.NewId;
import org.junit.jupiter.api.Test;

/** How items did, on a real database, beside values that another program worked out with fractions from the same answers. */
class ItemFiguresIT extends ExamRoom {

    private final UUID course = NewId.next();
    private final List<UUID> items = new ArrayList<>();

    /** What five items were worth to somebody; the third is faulty, the fourth everybody has right. */
    private static double[] points(int i) {
        int first = (i * 7 + i * i * 3) % 11 < 6 ? 1 : 0;
        return new double[] {first, Math.min(3, 2 * first + i % 3) / 3d, i * 13 % 10 < 3 ? 1 : 0, 1, i % 8 == 0 == (first == 1) ? 1 : 0};
    }

    private void bank() {
        DATABASE.inTransaction(em -> {
            em.createNativeQuery("INSERT INTO course (id, slug, code) VALUES (?1, ?1, ?2)").setParameter(1, course.toString())
                    .setParameter(2, course.toString().substring(28)).executeUpdate();
            Bank.Item like = VERSION.course().bank().items().get(0);
            for (int k = 0; k < 5; k++) {
                BankItem item = new BankItem(course, "item-" + k, like.topic(), like.difficulty(), List.of("en"), author, clock.instant());
                ExamParts.bank(em, KEYS).add(item, new ItemContent(like, Map.of()));
                item.approve(reader, clock.instant());
                items.add(item.id());
            }
        });
    }

    /** People from one to another hand in. */
    private void handIn(int from, int to) {
        DATABASE.inTransaction(em -> {
            for (int i = from; i < to; i++) {
                sitting(em, i);
            }
        });
    }

    private void sitting(EntityManager em, int i) {
        CandidateId candidate = newCandidate(em, newCookie());
        String id = NewId.next().toString();
        em.createNativeQuery("""
                INSERT INTO exam_sitting (id, session_id, candidate_id, language, versions, seed, drawn_at, ends_at, visit_id, submitted_at, version)
                VALUES (?, ?, ?, 'en', ?, ?, NOW(3), NOW(3), ?, NOW(3), 1)
                """).setParameter(1, id).setParameter(2, session.toString()).setParameter(3, candidate.toString())
                .setParameter(4, VERSION.id().toString()).setParameter(5, KEYS.random(32)).setParameter(6, NewId.next().toString()).executeUpdate();
        double[] points = points(i);
        for (int k = 0; k < 5; k++) {
            em.createNativeQuery("INSERT INTO exam_paper (sitting_id, position, item_id, choices, rights, points) VALUES (?, ?, ?, 'a,b,c', '', ?)")
                    .setParameter(1, id).setParameter(2, k + 1).setParameter(3, items.get(k).toString()).setParameter(4, points[k]).executeUpdate();
        }
        String mark = points[0] == 1 ? "a" : i % 3 == 0 ? null : i % 2 == 0 ? "b" : "b,c";
        if (mark != null) {
            em.createNativeQuery("INSERT INTO exam_answer (sitting_id, position, submission_id, value, revision, saved_at) VALUES (?, 1, ?, ?, 1, NOW(3))")
                    .setParameter(1, id).setParameter(2, NewId.next().toString()).setParameter(3, mark).executeUpdate();
        }
    }

    private ItemFigures of(int item) {
        return at(ItemFiguresQuery.class, query -> query.of(course)).get(items.get(item));
    }

    private ItemFigures.Marks marks(int item) {
        return at(ItemBank.class, bank -> bank.marks(items.get(item)));
    }

    @Test
    void figures_are_those_of_another_program_and_small_numbers_stay_hidden() {
        bank();
        assertEquals(Map.of(), at(ItemFiguresQuery.class, query -> query.of(course)));
        desk = reader;
        at(ItemBank.class, bank -> bank.strike(items.get(2)));
        handIn(0, 29);
        assertEquals(new ItemFigures(29, null, null), of(0), "29 say nothing");
        assertEquals(OptionalLong.empty(), of(0).percent());
        assertTrue(marks(0).isHidden());
        handIn(29, 30);
        assertEquals(0.4, of(0).mean(), 1e-12);
        assertEquals(-0.1956151991089879, of(0).discrimination(), 1e-9);
        assertTrue(of(0).isProvisional());
        assertFalse(marks(0).isHidden());
        handIn(30, 120);
        double[] means = {0.36666666666666664, 0.5333333333333333, 0.3, 1.0, 0.625};
        double[] correlations = {-0.1941564874987451, 0.274248498852309, 0.045699732474326696, 0, -0.6992340571791182};
        for (int k : new int[] {0, 1, 2, 4}) {
            assertEquals(120, of(k).asked());
            assertEquals(means[k], of(k).mean(), 1e-12);
            assertEquals(correlations[k], of(k).discrimination(), 1e-9, "item " + k);
            assertFalse(of(k).isProvisional());
        }
        assertEquals(1, of(3).mean());
        assertNull(of(3).discrimination(), "it tells nobody from anybody");
        assertEquals(Optional.empty(), of(3).flag());
        assertEquals(List.of(Band.CHECK_KEY, Band.FAIR, Band.REVISE, Band.CHECK_KEY), List.of(of(0), of(1), of(2), of(4)).stream().map(f -> f.flag().orElseThrow().band()).toList());
        assertEquals(new ItemFigures.Marks(Map.of("a", 44, "b", 50, "c", 25), 26), marks(0));
    }

    @Test
    void what_is_under_way_or_of_another_course_is_in_no_figure() {
        UUID running = begin(open());
        answer(running, true);
        UUID item = DATABASE.resultOf(em -> ExamParts.sittings(em, DATABASE, KEYS).paper(running).get(0).item());
        int before = figuresOf(item).asked();
        with(Sittings.class, door -> door.handIn(cookie, running));
        assertEquals(before + 1, figuresOf(item).asked());
        assertEquals(Map.of(), at(ItemFiguresQuery.class, query -> query.of(UUID.randomUUID())));
    }

    private ItemFigures figuresOf(UUID item) {
        return at(ItemFiguresQuery.class, query -> query.of(VERSION.course().id())).getOrDefault(item, ItemFigures.NONE);
    }
}
