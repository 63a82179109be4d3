package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dalil.account.control.CardStore;
import org.dalil.account.entity.CardCode;
import org.dalil.course.entity.Module;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Path;
import org.dalil.exam.entity.Seating;
import org.dalil.exam.entity.SessionId;
import org.dalil.learning.entity.CompletedModules;
import org.junit.jupiter.api.Test;

/** What is learnt before an exam, on a real database: it counts once, for one person, and says nothing about the card. */
class CandidateLearningIT extends ExamRoom {

    private static final List<Integer> MODULES = VERSION.course().modules().stream().map(Module::number).toList();

    private UUID card;

    /** A card that has completed these modules. */
    private CardCode card(List<Integer> modules) {
        CardCode code = CardCode.of(KEYS.random(8));
        DATABASE.inTransaction(em -> {
            card = parts(em).get(CardStore.class).add(code, null);
            modules.forEach(m -> complete(em, m));
        });
        return code;
    }

    private void complete(EntityManager em, int module) {
        em.createNativeQuery("""
                INSERT INTO module_progress (card_id, course_id, module, seen, last_card, read_to_end, played, moved_at, completed_at)
                VALUES (?1, ?2, ?3, 7, 3, TRUE, TRUE, ?4, ?4)
                """).setParameter(1, card.toString()).setParameter(2, VERSION.course().id().toString()).setParameter(3, module)
                .setParameter(4, Timestamp.from(clock.instant().minus(Duration.ofDays(40)))).executeUpdate();
    }

    private int confirm(CardCode code) {
        return at(CandidateLearning.class, door -> door.confirm(cookie, code, "192.0.2.1"));
    }

    private Path path() {
        return at(CandidateLearning.class, door -> door.ways(cookie)).path();
    }

    @Test
    void what_a_card_completed_counts_as_it_goes_and_nothing_says_which_card_it_was() {
        assertEquals(List.of(MODULES), path().parts().stream().map(Path.Part::missing).toList());
        CardCode code = card(MODULES.subList(0, 1));
        assertEquals(1, confirm(code));
        assertEquals(1, path().done());
        assertFalse(path().isComplete());
        assertEquals("exam.path.nothing", refusal(() -> confirm(code)), "the same again is nothing new");
        DATABASE.inTransaction(em -> MODULES.stream().skip(1).forEach(m -> complete(em, m)));
        assertEquals(MODULES.size() - 1, confirm(code));
        assertTrue(path().isComplete());
        DATABASE.inTransaction(em -> {
            List<?> days = em.createNativeQuery("SELECT DISTINCT confirmed_on FROM candidate_learning WHERE candidate_id = ?")
                    .setParameter(1, candidate.toString()).getResultList();
            assertEquals(List.of(java.sql.Date.valueOf(LocalDate.of(2026, 11, 28))), days, "the day it was confirmed, not the day it was learnt");
            List<?> columns = em.createNativeQuery("""
                    SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns
                     WHERE table_schema = DATABASE() AND table_name IN ('candidate_learning', 'confirmed_learning') ORDER BY 1
                    """).getResultList();
            assertEquals(List.of("candidate_learning.candidate_id", "candidate_learning.confirmed_on", "candidate_learning.course_id",
                    "candidate_learning.cycle", "candidate_learning.module", "confirmed_learning.mac"), columns, "no place for a card, an answer or a score");
            assertEquals(List.of(), em.createNativeQuery("SELECT id FROM audit_event WHERE subject = ?1 OR detail LIKE CONCAT('%', ?1, '%')")
                    .setParameter(1, card.toString()).getResultList(), "nor does the trail");
        });
    }

    @Test
    void a_card_counts_for_one_person_only() {
        CardCode code = card(MODULES);
        assertEquals(MODULES.size(), confirm(code));
        String own = cookie;
        cookie = newCookie();
        DATABASE.inTransaction(em -> newCandidate(em, cookie));
        assertEquals("exam.path.spent", refusal(() -> confirm(code)));
        assertEquals(0, path().done());
        cookie = own;
        assertTrue(path().isComplete(), "nobody can take it away either");
    }

    @Test
    void codes_are_not_guessed_and_a_cookie_that_is_nobodys_asks_nothing() {
        CardCode code = card(MODULES);
        DATABASE.inTransaction(em -> {
            CandidateLearning door = parts(em).get(CandidateLearning.class);
            for (int i = 0; i < 10; i++) {
                assertEquals("exam.path.unknown", refusal(() -> door.confirm(cookie, CardCode.of(KEYS.random(8)), "192.0.2.1")));
            }
            assertEquals("exam.signIn.wait", refusal(() -> door.confirm(cookie, code, "192.0.2.1")), "even the right one waits now");
            String neighbour = newCookie();
            newCandidate(em, neighbour);
            assertEquals(MODULES.size(), door.confirm(neighbour, code, "192.0.2.1"), "whoever sits beside does not wait");
        });
        for (String nobody : new String[] {newCookie(), invigilator, null}) {
            assertEquals("exam.signIn.again", refusal(() -> at(CandidateLearning.class, door -> door.ways(nobody))));
            assertEquals("exam.signIn.again", refusal(() -> at(CandidateLearning.class, door -> door.confirm(nobody, code, "192.0.2.1"))));
        }
    }

    @Test
    void who_has_not_learnt_everything_gets_no_seat_and_it_is_said_what_is_missing() {
        CandidateId other = DATABASE.resultOf(em -> newCandidate(em, newCookie()));
        CandidateId mine = candidate;
        SessionId before = session;
        prepare();
        SessionId next = session;
        candidate = mine;
        DATABASE.inTransaction(em -> org.dalil.exam.control.ExamParts.candidates(em, KEYS, clock).begin(mine, cookie = newCookie()));
        confirm(card(MODULES.subList(0, MODULES.size() - 1)));
        Seating none = at(ExamSessions.class, door -> door.seat(next, List.of(mine, other)));
        assertEquals(0, none.seated());
        assertEquals(List.of(mine, other), none.unready().stream().map(c -> c.id()).toList());
        assertEquals(List.of(MODULES.get(MODULES.size() - 1)), none.unready().get(0).path().open().get(0).missing());
        assertEquals(MODULES, none.unready().get(1).path().open().get(0).missing());
        assertEquals(List.of(before), sit(door -> door.desk(cookie)).places().stream().map(p -> p.session().id()).toList());
        confirm(card(List.of(MODULES.get(MODULES.size() - 1))));
        Seating some = at(ExamSessions.class, door -> door.seat(next, List.of(mine, other)));
        assertEquals(1, some.seated(), "two cards together complete a path");
        assertEquals(List.of(other), some.unready().stream().map(c -> c.id()).toList());
        assertEquals(2, sit(door -> door.desk(cookie)).places().size());
    }

    @Test
    void a_module_that_a_card_has_only_begun_is_not_complete() {
        CardCode code = card(List.of());
        DATABASE.inTransaction(em -> em.createNativeQuery("""
                INSERT INTO module_progress (card_id, course_id, module, seen, last_card, read_to_end, played, moved_at)
                VALUES (?1, ?2, ?3, 7, 3, TRUE, FALSE, NOW(3))
                """).setParameter(1, card.toString()).setParameter(2, VERSION.course().id().toString()).setParameter(3, MODULES.get(0))
                .executeUpdate());
        assertEquals("exam.path.nothing", refusal(() -> confirm(code)), "the case file is part of it");
        assertEquals(List.of(), at(org.dalil.learning.Completions.class, door -> door.of(code)).map(CompletedModules::modules).orElseThrow());
    }
}
