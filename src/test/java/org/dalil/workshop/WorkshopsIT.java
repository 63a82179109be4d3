package org.dalil.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import org.dalil.account.entity.StaffId;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.entity.PrintedCard;
import org.dalil.workshop.entity.WorkshopId;
import org.junit.jupiter.api.Test;

/** A trainer's clicks before the meeting, made twice. */
class WorkshopsIT extends WorkshopRoom {

    private WorkshopId planned(Submission form) {
        return enter(Workshops.class, "plan", door -> door.plan(form, plan()));
    }

    private List<PrintedCard> cards(Submission form, int count) {
        return enter(Workshops.class, "printCards", door -> door.printCards(form, workshop, count));
    }

    private List<PrintedCard> again(Submission form, Integer... numbers) {
        return enter(Workshops.class, "printAgain", door -> door.printAgain(form, workshop, Set.of(numbers)));
    }

    private long workshops() {
        return count("SELECT COUNT(*) FROM workshop_trainer WHERE staff_id = ?1", trainer);
    }

    private long seats() {
        return count("SELECT COUNT(*) FROM seat WHERE workshop_id = ?1", workshop);
    }

    @Test
    void a_plan_that_is_sent_twice_is_one_workshop() throws Exception {
        Submission form = Submission.next();
        WorkshopId first = planned(form);
        assertEquals(first, planned(form));
        assertEquals(2, workshops(), "with the one that was there");
        Submission other = Submission.next();
        List<WorkshopId> both = twiceAtOnce(() -> planned(other));
        assertEquals(both.get(0), both.get(1));
        assertEquals(3, workshops());
        assertNotEquals(first, both.get(0));
        assertEquals("platform.form.stale", refusal(() -> enter(Workshops.class, "plan", door -> door.plan(form, plan(21)))), "another plan is not done");
        assertEquals(3, workshops());
    }

    @Test
    void cards_that_are_asked_for_twice_are_made_once_and_shown_twice() throws Exception {
        Submission form = Submission.next();
        List<PrintedCard> first = cards(form, 3);
        assertEquals(first, cards(form, 3));
        assertEquals(3, seats());
        Submission other = Submission.next();
        List<List<PrintedCard>> both = twiceAtOnce(() -> cards(other, 2));
        assertEquals(both.get(0), both.get(1));
        assertEquals(List.of(4, 5), both.get(0).stream().map(PrintedCard::number).toList());
        assertEquals(5, seats());
        assertEquals(5, count("SELECT COUNT(*) FROM participant_card WHERE scope = ?1", workshop));
        assertEquals(0, count("SELECT COUNT(*) FROM submission WHERE INSTR(CONCAT(subject, result), ?1) > 0", first.get(0).code().value()), "no code lies anywhere");
    }

    @Test
    void a_lost_card_that_is_printed_twice_has_one_new_code() throws Exception {
        PrintedCard lost = cards(Submission.next(), 1).get(0);
        Submission form = Submission.next();
        List<List<PrintedCard>> both = twiceAtOnce(() -> again(form, 1));
        assertEquals(both.get(0), both.get(1));
        assertNotEquals(lost.code(), both.get(0).get(0).code());
        assertEquals(both.get(0), again(form, 1));
        again(Submission.next(), 1);
        assertEquals("platform.form.stale", refusal(() -> again(form, 1)), "its code has ended");
    }

    @Test
    void two_trainers_who_print_at_once_get_numbers_of_their_own() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<List<PrintedCard>> both = twiceAtOnce(() -> cards(Submission.next(), 2));
            assertEquals(4, both.stream().flatMap(List::stream).map(PrintedCard::number).distinct().count());
        }
        assertEquals(20, seats());
    }

    @Test
    void a_form_does_nothing_else_and_nothing_for_anybody_else() {
        Submission form = Submission.next();
        cards(form, 2);
        assertEquals("platform.form.stale", refusal(() -> cards(form, 3)));
        StaffId stranger = trainer;
        trainer = DATABASE.resultOf(WorkshopRoom::staff);
        assertEquals("workshop.notYours", refusal(() -> cards(form, 2)));
        trainer = stranger;
        assertEquals(2, seats());
    }

    @Test
    void a_form_that_was_refused_can_be_sent_again() {
        Submission form = Submission.next();
        assertEquals("workshop.cards.most", refusal(() -> cards(form, 0)));
        assertEquals(1, cards(form, 1).size());
    }
}
