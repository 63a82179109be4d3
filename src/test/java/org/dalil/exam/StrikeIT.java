package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.entity.Role;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.JoinCode;
import org.junit.jupiter.api.Test;

/** An item is struck at its door: who gains by it, who never loses, and what it can't be used for. */
class StrikeIT extends ExamRoom {

    /** The items of a sitting's paper, in its order. */
    private static List<UUID> paper(UUID sitting) {
        return DATABASE.resultOf(em -> ((List<?>) em.createNativeQuery("SELECT item_id FROM exam_paper WHERE sitting_id = ? ORDER BY position")
                .setParameter(1, sitting.toString()).getResultList()).stream().map(i -> UUID.fromString(i.toString())).toList());
    }

    private int strike(UUID item) {
        desk = reader;
        return at(ItemBank.class, bank -> bank.strike(item));
    }

    private boolean hasPassed(UUID sitting) {
        return sit(door -> door.view(cookie, sitting)).verdict().passed();
    }

    private static List<String> reasons(UUID sitting) {
        return DATABASE.resultOf(em -> ((List<?>) em.createNativeQuery("SELECT reason FROM exam_verdict WHERE sitting_id = ? ORDER BY number")
                .setParameter(1, sitting.toString()).getResultList()).stream().map(Object::toString).toList());
    }

    @Test
    void who_failed_by_faulty_items_passes_by_their_strike_once_and_nobody_loses() {
        JoinCode wall = open();
        UUID wrong = begin(wall);
        answer(wrong, false);
        with(Sittings.class, door -> door.handIn(cookie, wrong));
        assertFalse(hasPassed(wrong));
        String failedCookie = cookie;
        cookie = newCookie();
        DATABASE.inTransaction(em -> org.dalil.exam.control.ExamParts.sessions(em, KEYS, clock).seat(session, newCandidate(em, cookie)));
        UUID right = begin(wall);
        answer(right, true);
        with(Sittings.class, door -> door.handIn(cookie, right));
        assertTrue(hasPassed(right));
        passed.clear();
        List<UUID> items = paper(wrong);
        for (UUID item : items) {
            assertTrue(strike(item) >= 1);
            assertTrue(sit(door -> door.view(failedCookie, wrong)).again(), "nobody sees what may still change");
            assertNull(sit(door -> door.view(failedCookie, wrong)).verdict());
            assertNull(sit(door -> door.desk(failedCookie)).places().get(0).passed());
            assertNull(at(ExamSessions.class, door -> door.seats(session)).get(0).passed(), "nor does a certifier");
            clockwork.round();
            assertTrue(hasPassed(right), "no strike takes a pass away");
        }
        cookie = failedCookie;
        assertTrue(hasPassed(wrong), "every item that was asked was faulty");
        assertEquals(List.of(wrong), passed.stream().map(ExamPassed::sittingId)
                .filter(s -> s.equals(wrong) || s.equals(right)).toList(), "told once, for whoever had none before");
        assertEquals(items.size(), reasons(wrong).stream().filter("STRUCK"::equals).count(), "each marking is kept");
        assertEquals("FIRST", reasons(wrong).get(0));
        long before = reasons(wrong).size();
        assertEquals(0, strike(items.get(0)), "a second time nothing happens");
        assertEquals(before, reasons(wrong).size());
        assertEquals(items.size(), DATABASE.resultOf(em -> items.stream().filter(i -> !em.createNativeQuery(
                "SELECT 1 FROM audit_event WHERE act = 'bank.strike' AND subject = ?").setParameter(1, i.toString()).getResultList().isEmpty())
                .count()).intValue(), "each stands in the trail");
    }

    @Test
    void a_strike_goes_on_after_a_crash_and_who_hands_in_beside_it_is_counted_once() {
        JoinCode wall = open();
        UUID sitting = begin(wall);
        answer(sitting, false);
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        UUID item = paper(sitting).get(0);
        clock.pass(java.time.Duration.ofHours(-1));
        strike(item);
        // Another server: nothing of the strike is kept but what lies in the database.
        assertTrue(at(ExamClock.class, ExamClock::struck).contains(sitting));
        assertTrue(is(ExamClock.class, door -> door.markAgain(sitting)));
        assertFalse(is(ExamClock.class, door -> door.markAgain(sitting)), "once");
        assertEquals(List.of("FIRST", "STRUCK"), reasons(sitting));
        assertTrue(sit(door -> door.view(cookie, sitting)).verdict().courses().get(0).percent() > 0,
                "the later one counts, though the clock was put back in between");
    }

    @Test
    void a_strike_waits_for_who_is_being_marked() throws Exception {
        UUID sitting = begin(open());
        UUID item = paper(sitting).get(0);
        try (java.sql.Connection marking = DATABASE.dataSource().getConnection()) {
            marking.setAutoCommit(false);
            try (var lock = marking.prepareStatement("SELECT id FROM bank_item WHERE id = ? LOCK IN SHARE MODE")) {
                lock.setString(1, item.toString());
                assertTrue(lock.executeQuery().next());
            }
            var strike = java.util.concurrent.CompletableFuture.supplyAsync(() -> strike(item));
            Thread.sleep(500);
            assertFalse(strike.isDone());
            marking.rollback();
            strike.get(10, java.util.concurrent.TimeUnit.SECONDS);
        }
    }

    @Test
    void an_item_that_is_struck_while_people_sit_counts_for_them_when_they_hand_in_and_is_drawn_no_more() {
        UUID sitting = begin(open());
        UUID item = paper(sitting).get(0);
        Map<String, String[]> form = form(sit(door -> door.ask(cookie, sitting, 1)), false);
        strike(item);
        assertTrue(sit(door -> door.ask(cookie, sitting, 1)).struck(), "whoever sits is told");
        assertTrue(sit(door -> door.save(cookie, sitting, 1, form)).isPresent(), "an answer to it does no harm");
        assertEquals(List.of(), reasons(sitting), "it is not marked before its time");
        int asked = sit(door -> door.view(cookie, sitting)).asked();
        for (int n = 2; n <= asked; n++) {
            int position = n;
            Map<String, String[]> known = form(sit(door -> door.ask(cookie, sitting, position)), true);
            sit(door -> door.save(cookie, sitting, position, known));
        }
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        assertTrue(sit(door -> door.view(cookie, sitting)).verdict().courses().get(0).topics().stream().allMatch(t -> t.percent() > 99.9),
                "the struck one, answered wrong, counts in full");
        assertEquals(List.of("FIRST"), reasons(sitting));
        prepare();
        assertFalse(DATABASE.resultOf(em -> org.dalil.exam.control.ExamParts.bank(em, KEYS).pool(List.of(VERSION.course().id()), "en",
                clock.instant().plusSeconds(1))).stream().anyMatch(p -> p.id().equals(item)));
    }

    @Test
    void only_who_may_review_strikes_and_an_unknown_item_or_one_that_waits_changes_nothing() throws NoSuchMethodException {
        Method strike = ItemBank.class.getMethod("strike", UUID.class);
        String needed = strike.getAnnotation(RequiresPermissions.class).value()[0];
        List<Role> may = Arrays.stream(Role.values()).filter(r -> r.permissions().stream()
                .anyMatch(p -> p.equals(needed) || p.endsWith(":*") && needed.startsWith(p.substring(0, p.length() - 1)))).toList();
        assertEquals(List.of(Role.CERTIFIER), may);
        assertEquals("exam.bank.gone", refusal(() -> strike(UUID.randomUUID())));
        UUID sitting = begin(open());
        answer(sitting, true);
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        List<String> before = reasons(sitting);
        assertThrows(Refused.class, () -> strike(sitting), "an id of something else is no item");
        assertEquals(before, reasons(sitting));
        assertEquals(0, DATABASE.resultOf(em -> em.createQuery("SELECT i FROM BankItem i WHERE i.id = :id", BankItem.class)
                .setParameter("id", sitting).getResultList().size()).intValue());
    }
}
