package org.dalil.workshop.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dalil.course.entity.Part;
import org.dalil.workshop.entity.RoomView.Gate;
import org.dalil.workshop.entity.RoomView.Place;
import org.dalil.workshop.entity.RoomView.State;
import org.dalil.workshop.entity.RoomView.Test;

class RoomViewTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final WorkshopRow ROW = new WorkshopRow(new WorkshopId(UUID.fromString("019ad000-0000-7000-8000-000000000001")), 7,
            new WorkshopPlan(UUID.fromString("019ad000-0000-7000-8000-000000000002"), List.of(1, 2), List.of("ar"), Region.all().get(0), null, null,
                    LocalDate.of(2026, 11, 29), 4), NOON.minusSeconds(600), null, null, "ABCDEF", NOON.plusSeconds(90));
    private static final Map<Part, Gate> BEFORE = Map.of(Part.BEFORE, new Gate(true, NOON));

    private static Place place(Presence presence, Test before, Test after, int module, Instant moved) {
        return new Place(1, false, presence, before, after, module, moved);
    }

    private static RoomView view(Instant at, Map<Part, Gate> gates, Place... places) {
        return new RoomView(ROW, at, gates, Set.of(), List.of(places));
    }

    private static State state(Map<Part, Gate> gates, Place place) {
        return view(NOON, gates, place).state(place);
    }

    @org.junit.jupiter.api.Test
    void a_number_is_shown_where_it_is() {
        Presence there = Presence.TRAINER;
        assertEquals(State.ABSENT, state(BEFORE, place(null, Test.NONE, Test.NONE, 0, null)));
        assertEquals(State.HERE, state(BEFORE, place(there, Test.NONE, Test.NONE, 0, NOON)));
        assertEquals(State.BUSY, state(BEFORE, place(there, Test.BUSY, Test.NONE, 0, NOON.minusSeconds(420))));
        assertEquals(State.AWAY, state(BEFORE, place(there, Test.BUSY, Test.NONE, 0, NOON.minusSeconds(421))));
        assertEquals(State.DONE, state(BEFORE, place(there, Test.DONE, Test.NONE, 2, NOON)), "while the room is at the test");
        assertEquals(State.LEARNING, state(Map.of(), place(there, Test.DONE, Test.NONE, 2, NOON)));
        assertEquals(State.DONE, state(Map.of(), place(there, Test.DONE, Test.NONE, 0, NOON)));
        assertEquals(State.DONE, state(Map.of(), place(there, Test.DONE, Test.CLOSED_EARLY, 2, NOON)));
        Place gone = new Place(1, true, there, Test.DONE, Test.DONE, 0, NOON);
        assertEquals(State.ERASED, state(BEFORE, gone));
    }

    @org.junit.jupiter.api.Test
    void the_mark_stays_while_the_page_would_show_the_same() {
        RoomView view = view(NOON, BEFORE, place(Presence.TRAINER, Test.BUSY, Test.NONE, 0, NOON));
        RoomView later = view(NOON.plusSeconds(30), BEFORE, place(Presence.TRAINER, Test.BUSY, Test.NONE, 0, NOON.plusSeconds(20)));
        assertEquals(view.mark(), later.mark(), "an answer more is not shown");
    }

    @org.junit.jupiter.api.Test
    void the_mark_changes_with_whatever_the_page_shows() {
        Place busy = place(Presence.TRAINER, Test.BUSY, Test.NONE, 0, NOON);
        String mark = view(NOON, BEFORE, busy).mark();
        assertNotEquals(mark, view(NOON, BEFORE, place(Presence.TRAINER, Test.DONE, Test.NONE, 0, NOON)).mark(), "handed in");
        assertNotEquals(mark, view(NOON, BEFORE, busy, new Place(2, false, null, Test.NONE, Test.NONE, 0, null)).mark(), "one more");
        assertNotEquals(mark, view(NOON, Map.of(Part.BEFORE, new Gate(false, NOON.plusSeconds(1))), busy).mark(), "shut");
        assertNotEquals(mark, view(NOON.plusSeconds(60), BEFORE, busy).mark(), "the minute that is shown");
        assertNotEquals(view(NOON.plusSeconds(89), BEFORE, busy).mark(), view(NOON.plusSeconds(91), BEFORE, busy).mark(), "the code is over");
        assertNotEquals(view(NOON.plusSeconds(420), BEFORE, busy).mark(), view(NOON.plus(Duration.ofSeconds(421)), BEFORE, busy).mark(), "away");
    }

    private static RoomView in(WorkshopRow row, Map<Part, Gate> gates, Set<Integer> taught, Place... places) {
        return new RoomView(row, NOON, gates, taught, List.of(places));
    }

    private static WorkshopRow row(Instant paused, Instant closed, String code) {
        return new WorkshopRow(ROW.id(), ROW.number(), ROW.plan(), ROW.openedAt(), paused, closed, code, ROW.joinUntil());
    }

    @org.junit.jupiter.api.Test
    void the_mark_changes_with_what_a_trainer_does() {
        Place done = place(Presence.PHONE, Test.DONE, Test.NONE, 1, NOON);
        Map<Part, Gate> gates = Map.of(Part.module(1), new Gate(false, NOON), Part.AFTER, new Gate(false, NOON));
        String mark = in(ROW, gates, Set.of(), done).mark();
        assertEquals(mark, in(row(null, null, "ABCDEF"), gates, Set.of(), done).mark(), "nothing was done");
        assertNotEquals(mark, in(row(NOON, null, "ABCDEF"), gates, Set.of(), done).mark(), "pause");
        assertNotEquals(mark, in(row(null, NOON, null), Map.of(), Set.of(), done).mark(), "the end");
        assertNotEquals(mark, in(row(null, null, "GHJKMN"), gates, Set.of(), done).mark(), "another code");
        assertNotEquals(mark, in(ROW, gates, Set.of(1), done).mark(), "taught");
        assertNotEquals(mark, in(ROW, gates, Set.of(), place(null, Test.DONE, Test.NONE, 1, NOON)).mark(), "not there after all");
        assertNotEquals(mark, in(ROW, gates, Set.of(), place(Presence.TRAINER, Test.DONE, Test.NONE, 1, NOON)).mark(), "a tick that can be taken back");
        assertNotEquals(mark, in(ROW, Map.of(Part.module(1), new Gate(true, NOON), Part.AFTER, new Gate(false, NOON)), Set.of(), done).mark(), "a module");
        assertNotEquals(mark, in(ROW, Map.of(Part.module(1), new Gate(false, NOON), Part.AFTER, new Gate(true, NOON)), Set.of(), done).mark(), "the last test");
    }

    @org.junit.jupiter.api.Test
    void the_mark_changes_with_what_a_learner_does() {
        Place learning = place(Presence.PHONE, Test.DONE, Test.NONE, 1, NOON);
        String mark = in(ROW, Map.of(), Set.of(), learning).mark();
        assertNotEquals(mark, in(ROW, Map.of(), Set.of(), place(Presence.PHONE, Test.DONE, Test.NONE, 2, NOON)).mark(), "the next module");
        assertNotEquals(mark, in(ROW, Map.of(), Set.of(), place(Presence.PHONE, Test.DONE, Test.BUSY, 1, NOON)).mark(), "the last test begun");
        String last = in(ROW, Map.of(), Set.of(), place(Presence.PHONE, Test.DONE, Test.DONE, 1, NOON)).mark();
        assertNotEquals(mark, last, "handed in");
        assertNotEquals(last, in(ROW, Map.of(), Set.of(), place(Presence.PHONE, Test.DONE, Test.CLOSED_EARLY, 1, NOON)).mark(), "closed early");
        assertNotEquals(mark, in(ROW, Map.of(), Set.of(), new Place(1, true, Presence.PHONE, Test.DONE, Test.NONE, 1, NOON)).mark(), "the card is gone");
    }

    @org.junit.jupiter.api.Test
    void who_is_busy_and_who_is_done_is_counted_by_test() {
        RoomView view = in(ROW, BEFORE, Set.of(), new Place(1, false, Presence.PHONE, Test.BUSY, Test.NONE, 0, NOON),
                new Place(2, false, Presence.PHONE, Test.CLOSED_EARLY, Test.BUSY, 2, NOON), new Place(3, false, Presence.SHEET, Test.DONE, Test.DONE, 0, null),
                new Place(4, false, null, Test.NONE, Test.CLOSED_EARLY, 0, null), new Place(5, false, null, Test.NONE, Test.NONE, 0, null));
        assertEquals(List.of(1), view.busyBefore());
        assertEquals(List.of(2), view.busyAfter());
        assertEquals(2, view.doneBefore());
        assertEquals(2, view.doneAfter());
        assertEquals(3, view.present());
        assertEquals(State.BUSY, view.state(view.places().get(1)), "in the last test");
        assertEquals(State.DONE, view.state(view.places().get(3)), "on paper, and nobody has ticked the number");
    }
}
