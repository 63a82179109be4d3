package org.dalil.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dalil.account.entity.StaffId;
import org.dalil.course.entity.Part;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.entity.JoinCode;
import org.dalil.workshop.entity.RoomView;
import org.dalil.workshop.entity.WorkshopPlan;
import org.junit.jupiter.api.Test;

/** A trainer's presses in the room, sent again by a reload after somebody else has pressed something. */
class RoomsIT extends WorkshopRoom {

    private Submission open() {
        Submission form = Submission.next();
        open(form);
        return form;
    }

    private void open(Submission form) {
        does(Rooms.class, "open", door -> door.open(form, workshop));
    }

    private void letIn(Submission form, Part part) {
        does(Rooms.class, "letIn", door -> door.letIn(form, workshop, part));
    }

    private int shut(Submission form, Part part) {
        return enter(Rooms.class, "shut", door -> door.shut(form, workshop, part));
    }

    private int closeOut(Submission form) {
        return enter(Rooms.class, "closeOut", door -> door.closeOut(form, workshop));
    }

    private RoomView view() {
        return enter(Rooms.class, "view", door -> door.view(workshop));
    }

    private JoinCode code() {
        return view().workshop().joinCode(clock.now).orElseThrow();
    }

    @Test
    void a_new_code_is_made_once() throws Exception {
        Submission form = open();
        JoinCode first = code();
        open(form);
        assertEquals(first, code());
        Submission other = Submission.next();
        twiceAtOnce(() -> {
            open(other);
            return true;
        });
        JoinCode second = code();
        assertNotEquals(first, second);
        open(form);
        open(other);
        assertEquals(second, code(), "the earlier one does not come back either");
        assertEquals(2, count("SELECT COUNT(*) FROM audit_event WHERE act = 'room.open' AND subject = ?1", workshop));
    }

    @Test
    void a_part_that_somebody_opened_or_closed_since_stays_so() {
        open();
        for (Part part : List.of(Part.BEFORE, Part.module(1))) {
            Submission opening = Submission.next();
            letIn(opening, part);
            assertEquals(0, shut(Submission.next(), part));
            letIn(opening, part);
            assertFalse(view().isOpen(part), part + " was closed since");
            Submission closing = Submission.next();
            shut(closing, part);
            letIn(Submission.next(), part);
            shut(closing, part);
            assertTrue(view().isOpen(part), part + " was opened since");
        }
        Submission form = Submission.next();
        letIn(form, Part.module(1));
        assertEquals("platform.form.stale", refusal(() -> letIn(form, Part.module(2))), "it opens nothing else");
    }

    @Test
    void a_pause_is_not_begun_again() {
        open();
        Submission pausing = Submission.next();
        does(Rooms.class, "pause", door -> door.pause(pausing, workshop));
        Submission going = Submission.next();
        does(Rooms.class, "goOn", door -> door.goOn(going, workshop));
        does(Rooms.class, "pause", door -> door.pause(pausing, workshop));
        assertFalse(view().workshop().isPaused());
        does(Rooms.class, "pause", door -> door.pause(Submission.next(), workshop));
        does(Rooms.class, "goOn", door -> door.goOn(going, workshop));
        assertTrue(view().workshop().isPaused());
    }

    @Test
    void a_tick_that_was_taken_back_stays_so() {
        enter(Workshops.class, "printCards", door -> door.printCards(Submission.next(), workshop, 1));
        Submission ticking = Submission.next();
        does(Rooms.class, "tick", door -> door.tick(ticking, workshop, 1, true));
        assertEquals(1, view().present());
        does(Rooms.class, "tick", door -> door.tick(Submission.next(), workshop, 1, false));
        does(Rooms.class, "tick", door -> door.tick(ticking, workshop, 1, true));
        assertEquals(0, view().present());
    }

    @Test
    void what_was_not_taught_after_all_stays_so() {
        Submission teaching = Submission.next();
        does(Rooms.class, "teach", door -> door.teach(teaching, workshop, 2, true));
        assertEquals(List.of(2), List.copyOf(view().taught()));
        does(Rooms.class, "teach", door -> door.teach(Submission.next(), workshop, 2, false));
        does(Rooms.class, "teach", door -> door.teach(teaching, workshop, 2, true));
        assertTrue(view().taught().isEmpty());
    }

    @Test
    void an_end_that_is_sent_twice_says_the_same() {
        open();
        Submission form = Submission.next();
        assertEquals(closeOut(form), closeOut(form));
        assertEquals(1, count("SELECT COUNT(*) FROM audit_event WHERE act = 'room.close' AND subject = ?1", workshop));
    }

    @Test
    void a_trainer_who_was_removed_is_not_let_in_by_a_reload() {
        StaffId[] other = new StaffId[1];
        DATABASE.inTransaction(em -> other[0] = staff(em));
        Submission form = Submission.next();
        does(Workshops.class, "addTrainer", door -> door.addTrainer(form, workshop, "s" + other[0]));
        does(Workshops.class, "removeTrainer", door -> door.removeTrainer(Submission.next(), workshop, other[0]));
        does(Workshops.class, "addTrainer", door -> door.addTrainer(form, workshop, "s" + other[0]));
        assertEquals(1, count("SELECT COUNT(*) FROM workshop_trainer WHERE workshop_id = ?1 AND removed_at IS NULL", workshop));
    }

    @Test
    void a_change_that_was_changed_since_stays_so() {
        Submission form = Submission.next();
        WorkshopPlan first = plan(20);
        does(Workshops.class, "change", door -> door.change(form, workshop, first));
        does(Workshops.class, "change", door -> door.change(Submission.next(), workshop, plan(30)));
        does(Workshops.class, "change", door -> door.change(form, workshop, first));
        assertEquals(30, view().workshop().plan().expected());
    }
}
