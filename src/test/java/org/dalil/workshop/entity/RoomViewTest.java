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

    private static String mark(RoomView view) {
        return view.frame() + "." + view.people();
    }

    @org.junit.jupiter.api.Test
    void what_people_do_is_told_and_what_a_trainer_does_is_drawn() {
        Place absent = new Place(2, false, null, Test.NONE, Test.NONE, 0, null);
        RoomView view = view(NOON, BEFORE, place(Presence.PHONE, Test.DONE, Test.NONE, 0, NOON), absent);
        List<Place> moved = List.of(new Place(2, false, Presence.PHONE, Test.NONE, Test.NONE, 0, NOON), new Place(2, false, Presence.PHONE,
                Test.BUSY, Test.NONE, 0, NOON), new Place(2, false, Presence.SHEET, Test.DONE, Test.NONE, 3, NOON));
        for (Place place : moved) {
            RoomView later = view(NOON.plusSeconds(60), BEFORE, place(Presence.PHONE, Test.DONE, Test.NONE, 0, NOON), place,
                    new Place(3, false, Presence.PHONE, Test.NONE, Test.NONE, 0, NOON));
            assertEquals(view.frame(), later.frame(), () -> "nothing to press has changed: " + place);
            assertNotEquals(view.people(), later.people());
        }
        RoomView ticked = view(NOON, BEFORE, place(Presence.PHONE, Test.DONE, Test.NONE, 0, NOON),
                new Place(2, false, Presence.TRAINER, Test.NONE, Test.NONE, 0, null));
        assertNotEquals(view.frame(), ticked.frame(), "a tick can be taken back");
        assertNotEquals(view(NOON, BEFORE).frame(), view(NOON, BEFORE, absent).frame(), "the first number: nobody was there before");
        assertNotEquals(view(NOON, BEFORE, absent).frame(), view.frame(), "the first who is done: a step of the run sheet is");
    }

    @org.junit.jupiter.api.Test
    void the_wall_is_drawn_for_another_code_and_told_how_many_are_in() {
        WallView wall = new WallView(ROW, NOON, 3);
        assertEquals(wall.frame(), new WallView(ROW, NOON.plusSeconds(89), 4).frame());
        assertNotEquals(wall.people(), new WallView(ROW, NOON, 4).people());
        assertEquals(wall.people(), new WallView(ROW, NOON.plusSeconds(61), 3).people(), "no minute is on the wall");
        assertNotEquals(wall.frame(), new WallView(ROW, NOON.plusSeconds(90), 3).frame(), "the code is over");
        assertNotEquals(wall.frame(), new WallView(row(null, null, "GHJKMN"), NOON, 3).frame(), "another code");
        assertNotEquals(wall.frame(), new WallView(row(null, NOON, null), NOON, 3).frame(), "the end");
    }

    @org.junit.jupiter.api.Test
    void the_mark_stays_while_the_page_would_show_the_same() {
        RoomView view = view(NOON, BEFORE, place(Presence.TRAINER, Test.BUSY, Test.NONE, 0, NOON));
        RoomView later = view(NOON.plusSeconds(30), BEFORE, place(Presence.TRAINER, Test.BUSY, Test.NONE, 0, NOON.plusSeconds(20)));
        assertEquals(mark(view), mark(later), "an answer more is not shown");
    }

    @org.junit.jupiter.api.Test
    void the_mark_changes_with_whatever_the_page_shows() {
        Place busy = place(Presence.TRAINER, Test.BUSY, Test.NONE, 0, NOON);
        String mark = mark(view(NOON, BEFORE, busy));
        assertNotEquals(mark, mark(view(NOON, BEFORE, place(Presence.TRAINER, Test.DONE, Test.NONE, 0, NOON))), "handed in");
        assertNotEquals(mark, mark(view(NOON, BEFORE, busy, new Place(2, false, null, Test.NONE, Test.NONE, 0, null))), "one more");
        assertNotEquals(mark, mark(view(NOON, Map.of(Part.BEFORE, new Gate(false, NOON.plusSeconds(1))), busy)), "shut");
        assertNotEquals(mark, mark(view(NOON.plusSeconds(60), BEFORE, busy)), "the minute that is shown");
        assertNotEquals(mark(view(NOON.plusSeconds(89), BEFORE, busy)), mark(view(NOON.plusSeconds(91), BEFORE, busy)), "the code is over");
        assertNotEquals(mark(view(NOON.plusSeconds(420), BEFORE, busy)), mark(view(NOON.plus(Duration.ofSeconds(421)), BEFORE, busy)), "away");
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
        String mark = mark(in(ROW, gates, Set.of(), done));
        assertEquals(mark, mark(in(row(null, null, "ABCDEF"), gates, Set.of(), done)), "nothing was done");
        assertNotEquals(mark, mark(in(row(NOON, null, "ABCDEF"), gates, Set.of(), done)), "pause");
        assertNotEquals(mark, mark(in(row(null, NOON, null), Map.of(), Set.of(), done)), "the end");
        assertNotEquals(mark, mark(in(row(null, null, "GHJKMN"), gates, Set.of(), done)), "another code");
        assertNotEquals(mark, mark(in(ROW, gates, Set.of(1), done)), "taught");
        assertNotEquals(mark, mark(in(ROW, gates, Set.of(), place(null, Test.DONE, Test.NONE, 1, NOON))), "not there after all");
        assertNotEquals(mark, mark(in(ROW, gates, Set.of(), place(Presence.TRAINER, Test.DONE, Test.NONE, 1, NOON))), "a tick that can be taken back");
        assertNotEquals(mark, mark(in(ROW, Map.of(Part.module(1), new Gate(true, NOON), Part.AFTER, new Gate(false, NOON)), Set.of(), done)), "a module");
        assertNotEquals(mark, mark(in(ROW, Map.of(Part.module(1), new Gate(false, NOON), Part.AFTER, new Gate(true, NOON)), Set.of(), done)), "the last test");
    }

    @org.junit.jupiter.api.Test
    void the_mark_changes_with_what_a_learner_does() {
        Place learning = place(Presence.PHONE, Test.DONE, Test.NONE, 1, NOON);
        String mark = mark(in(ROW, Map.of(), Set.of(), learning));
        assertNotEquals(mark, mark(in(ROW, Map.of(), Set.of(), place(Presence.PHONE, Test.DONE, Test.NONE, 2, NOON))), "the next module");
        assertNotEquals(mark, mark(in(ROW, Map.of(), Set.of(), place(Presence.PHONE, Test.DONE, Test.BUSY, 1, NOON))), "the last test begun");
        String last = mark(in(ROW, Map.of(), Set.of(), place(Presence.PHONE, Test.DONE, Test.DONE, 1, NOON)));
        assertNotEquals(mark, last, "handed in");
        assertNotEquals(last, mark(in(ROW, Map.of(), Set.of(), place(Presence.PHONE, Test.DONE, Test.CLOSED_EARLY, 1, NOON))), "closed early");
        assertNotEquals(mark, mark(in(ROW, Map.of(), Set.of(), new Place(1, true, Presence.PHONE, Test.DONE, Test.NONE, 1, NOON))), "the card is gone");
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
