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
        return new Place(1, Seat.Origin.values()[0], false, presence, before, after, module, moved, false);
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
        Place gone = new Place(1, Seat.Origin.values()[0], true, there, Test.DONE, Test.DONE, 0, NOON, false);
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
        assertNotEquals(mark, view(NOON, BEFORE, busy, new Place(2, Seat.Origin.values()[0], false, null, Test.NONE, Test.NONE, 0, null, false))
                .mark(), "one more");
        assertNotEquals(mark, view(NOON, Map.of(Part.BEFORE, new Gate(false, NOON.plusSeconds(1))), busy).mark(), "shut");
        assertNotEquals(mark, view(NOON.plusSeconds(60), BEFORE, busy).mark(), "the minute that is shown");
        assertNotEquals(view(NOON.plusSeconds(89), BEFORE, busy).mark(), view(NOON.plusSeconds(91), BEFORE, busy).mark(), "the code is over");
        assertNotEquals(view(NOON.plusSeconds(420), BEFORE, busy).mark(), view(NOON.plus(Duration.ofSeconds(421)), BEFORE, busy).mark(), "away");
    }
}
