package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.SessionId;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.entity.JoinCode;
import org.junit.jupiter.api.Test;

/** What an invigilator can do in the own room, and in no other. */
class InvigilationIT extends ExamRoom {

    @Test
    void the_code_on_the_wall_is_this_rooms_and_the_invigilators_is_no_other() {
        assertEquals("exam.session.notOpen", refusal(() -> begin(JoinCode.of(new byte[6]))));
        JoinCode wall = open();
        SessionId mine = session;
        String myCookie = cookie;
        String firstInvigilator = invigilator;
        prepare();
        JoinCode otherWall = open();
        assertEquals("exam.begin.code", refusal(() -> begin(wall)), "another room's code");
        assertEquals("exam.begin.noSeat", refusal(() -> sit(door -> door.begin(cookie, mine, wall, "en"))), "another session's seat");
        assertEquals("exam.begin.noSeat", refusal(() -> sit(door -> door.begin(myCookie, session, otherWall, "en"))));
        assertEquals(mine, watch(door -> door.view(firstInvigilator)).orElseThrow().session().id(), "each sees the own room");
        for (String nobody : List.of(cookie, newCookie())) {
            assertEquals(Optional.empty(), watch(door -> door.view(nobody)));
            assertEquals("exam.room.code", refusal(() -> watch(door -> door.close(nobody))));
        }
    }

    @Test
    void what_the_invigilator_sends_twice_is_done_once() {
        UUID sitting = begin(open());
        Duration left = sit(door -> door.view(cookie, sitting)).left();
        Submission minutes = Submission.next();
        Submission noted = Submission.next();
        for (int click = 0; click < 2; click++) {
            with(Invigilation.class, door -> door.giveBack(minutes, invigilator, 1, 5));
            with(Invigilation.class, door -> door.note(noted, invigilator, 1, Incident.Kind.PHONE));
        }
        assertEquals(left.plusMinutes(5), sit(door -> door.view(cookie, sitting)).left());
        assertEquals(2, watch(door -> door.view(invigilator)).orElseThrow().incidents().stream()
                .filter(i -> List.of(Incident.Kind.TIME, Incident.Kind.PHONE).contains(i.kind())).count());
        assertEquals("exam.room.code", refusal(() -> with(Invigilation.class, door -> door.giveBack(minutes, newCookie(), 1, 5))), "still nobody else's room");
        String here = invigilator;
        prepare();
        begin(open());
        assertEquals("platform.form.stale", refusal(() -> with(Invigilation.class, door -> door.giveBack(minutes, invigilator, 1, 5))), "a form is one session's");
        assertEquals("platform.form.stale", refusal(() -> with(Invigilation.class, door -> door.note(noted, invigilator, 1, Incident.Kind.PHONE))));
        assertEquals(2, watch(door -> door.view(here)).orElseThrow().incidents().stream()
                .filter(i -> List.of(Incident.Kind.TIME, Incident.Kind.PHONE).contains(i.kind())).count());
    }

    @Test
    void the_invigilator_stops_the_clock_gives_minutes_back_and_ends_the_session_for_all() {
        UUID sitting = begin(open());
        answer(sitting, true);
        with(Invigilation.class, door -> door.pause(invigilator));
        clock.pass(Duration.ofMinutes(40));
        assertEquals(Duration.ofMinutes(18), sit(door -> door.view(cookie, sitting)).left());
        with(Invigilation.class, door -> {
            door.goOn(invigilator);
            door.giveBack(Submission.next(), invigilator, 1, 5);
            door.note(Submission.next(), invigilator, 1, Incident.Kind.PHONE);
        });
        assertEquals(Duration.ofMinutes(23), sit(door -> door.view(cookie, sitting)).left());
        assertEquals("exam.room.seat", refusal(() -> with(Invigilation.class, door -> door.giveBack(Submission.next(), invigilator, 9, 5))));
        assertEquals("exam.room.kind", refusal(() -> with(Invigilation.class, door -> door.note(Submission.next(), invigilator, 1, Incident.Kind.OUTAGE))), "what the platform notes nobody writes by hand");
        Integer early = watch(door -> door.close(invigilator));
        assertEquals(Integer.valueOf(1), early);
        assertEquals("exam.session.closed", refusal(() -> sit(door -> door.ask(cookie, sitting, 1))), "over at once, handed in a moment later");
        assertFalse(sit(door -> door.view(cookie, sitting)).isRunning());
        beat();
        assertTrue(sit(door -> door.view(cookie, sitting)).verdict().passed(), "what was saved counts");
        assertEquals(1, passed.stream().filter(p -> p.sittingId().equals(sitting)).count());
        assertNull(watch(door -> door.view(invigilator)).orElseThrow().seats().get(0).passed(), "an invigilator sees no results");
    }
}
