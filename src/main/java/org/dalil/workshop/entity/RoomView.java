package org.dalil.workshop.entity;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dalil.course.entity.Part;

/**
 * The room as its trainer sees it at one moment: numbers and where they are, never answers or scores.
 *
 * @param at     when this was read, by the server's clock
 * @param gates  the parts of the course, each with whether it is open and since when; empty once the workshop is closed
 * @param taught numbers of the modules that were taught in the room
 */
public record RoomView(WorkshopRow workshop, Instant at, Map<Part, Gate> gates, Set<Integer> taught, List<Place> places)
        implements Shown {

    /** A part of the course. @param movedAt when it was opened or shut last */
    public record Gate(boolean open, Instant movedAt) { }

    /** Whether a part is open now. */
    public boolean isOpen(Part part) {
        Gate gate = gates.get(part);
        return gate != null && gate.open();
    }

    /** Where somebody is in a test. */
    public enum Test {
        /** Not begun. */ NONE,
        /** In the middle of it. */ BUSY,
        /** Handed in. */ DONE,
        /** Closed by the trainer with what was saved. */ CLOSED_EARLY
    }

    /**
     * One number.
     *
     * @param erased   whether the card is gone
     * @param presence how it is known that somebody was there; null if nobody was
     * @param module   the module worked on last; 0 for none
     * @param movedAt  when the card was last used; null if never
     */
    public record Place(int number, boolean erased, Presence presence, Test before, Test after, int module, Instant movedAt) implements Serializable { }

    /** Somebody whose phone has not asked for anything for this long is shown as away. */
    private static final Duration AWAY = Duration.ofMinutes(7);

    /** What is shown of a number. */
    public enum State {
        /** The card is gone. */ ERASED,
        /** Nobody has come with it. */ ABSENT,
        /** There, and nothing begun. */ HERE,
        /** In the middle of a test. */ BUSY,
        /** In the middle of a test, and its phone has been silent for seven minutes. */ AWAY,
        /** At work on a module. */ LEARNING,
        /** Through with what the room is at. */ DONE
    }

    /** Where a number is, for its trainer. */
    public State state(Place place) {
        if (place.erased()) {
            return State.ERASED;
        }
        if (place.before() == Test.BUSY || place.after() == Test.BUSY) {
            return place.movedAt() != null && place.movedAt().isBefore(at.minus(AWAY)) ? State.AWAY : State.BUSY;
        }
        if (place.after() != Test.NONE) {
            return State.DONE;
        }
        if (place.presence() == null) {
            return State.ABSENT;
        }
        boolean test = isOpen(Part.BEFORE) && !isOpen(Part.AFTER);
        if (place.before() != Test.NONE && test) {
            return State.DONE;
        }
        return place.module() > 0 ? State.LEARNING : place.before() != Test.NONE ? State.DONE : State.HERE;
    }

    @Override
    public String frame() {
        List<Integer> ticked = places.stream().filter(p -> p.presence() == Presence.TRAINER).map(Place::number).toList();
        return Integer.toHexString(Objects.hash(workshop.openedAt(), workshop.pausedAt(), workshop.closedAt(), workshop.joinCode(at), gates, taught,
                ticked, places.isEmpty(), doneBefore() > 0, doneAfter() > 0));
    }

    @Override
    public String people() {
        // By name: an enum's own hash is another in each server.
        List<String> places = this.places.stream().map(p -> p.number() + " " + state(p) + " " + p.module() + " " + p.presence() + " "
                + p.before() + " " + p.after()).toList();
        return Integer.toHexString(Objects.hash(at.truncatedTo(ChronoUnit.MINUTES), places));
    }

    /** How many are there. */
    public long present() {
        return places.stream().filter(p -> p.presence() != null).count();
    }

    /** The numbers that are in the middle of the test before. */
    public List<Integer> busyBefore() {
        return places.stream().filter(p -> p.before() == Test.BUSY).map(Place::number).toList();
    }

    /** The numbers that are in the middle of the test after. */
    public List<Integer> busyAfter() {
        return places.stream().filter(p -> p.after() == Test.BUSY).map(Place::number).toList();
    }

    /** How many have handed in the test before. */
    public long doneBefore() {
        return places.stream().filter(p -> p.before() == Test.DONE || p.before() == Test.CLOSED_EARLY).count();
    }

    /** How many have handed in the test after. */
    public long doneAfter() {
        return places.stream().filter(p -> p.after() == Test.DONE || p.after() == Test.CLOSED_EARLY).count();
    }
}
