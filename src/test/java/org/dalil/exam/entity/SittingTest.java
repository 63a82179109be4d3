package org.dalil.exam.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.JoinCode;
import org.junit.jupiter.api.Test;

/** The clock of a sitting, the state of a session, and answers by places. */
class SittingTest {

    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

    private static Sitting sitting(int minutes, int extra) {
        return new Sitting(new SessionId(UUID.randomUUID()), 0, new CandidateVisit(UUID.randomUUID(), new CandidateId(UUID.randomUUID())), "ar",
                List.of(UUID.randomUUID()), new byte[32], Sitting.limit(minutes, extra), NOW);
    }

    @Test
    void time_runs_on_the_servers_clock_and_stands_still_with_the_room() {
        Sitting sitting = sitting(60, 25);
        assertEquals(Duration.ofMinutes(75), sitting.left(null, NOW));
        Instant later = NOW.plus(Duration.ofMinutes(70));
        assertEquals(Duration.ofMinutes(5), sitting.left(null, later));
        assertEquals(Duration.ofMinutes(35), sitting.left(NOW.plus(Duration.ofMinutes(40)), later), "stopped at minute 40");
        assertTrue(sitting.isOver(null, NOW.plus(Duration.ofMinutes(75))));
        sitting.giveBack(Duration.ofMinutes(10));
        assertFalse(sitting.isOver(null, NOW.plus(Duration.ofMinutes(75))));
        assertEquals(Duration.ZERO, sitting.left(null, NOW.plus(Duration.ofDays(2))));
    }

    @Test
    void it_is_handed_in_once() {
        Sitting sitting = sitting(60, 0);
        assertTrue(sitting.submit(false, NOW));
        assertFalse(sitting.submit(true, NOW.plusSeconds(5)));
        assertEquals(NOW, sitting.submittedAt());
    }

    @Test
    void a_session_opens_once_and_never_after_its_end() {
        Session session = new Session(Track.TEACHERS, List.of("F4", "F1"), " Hall 2 ", LocalDate.of(2026, 12, 1), new StaffId(UUID.randomUUID()), NOW);
        assertEquals(List.of("F1", "F4"), session.courses(), "in the track's order");
        assertThrows(Refused.class, () -> session.pause(NOW));
        JoinCode code = JoinCode.of(new byte[] {1, 2, 3, 4, 5, 6});
        session.open(code, NOW);
        session.open(JoinCode.of(new byte[] {6, 5, 4, 3, 2, 1}), NOW);
        assertTrue(session.isRoomCode(code), "a second press changes nothing");
        session.pause(NOW);
        session.pause(NOW.plusSeconds(60));
        assertEquals(Duration.ofSeconds(90), session.goOn(NOW.plusSeconds(90)));
        assertEquals(Duration.ZERO, session.goOn(NOW.plusSeconds(95)), "going on twice gives nothing twice");
        assertTrue(session.close(NOW));
        assertFalse(session.close(NOW));
        assertFalse(session.isRoomCode(code));
        assertThrows(Refused.class, () -> session.open(code, NOW));
        assertThrows(Refused.class, () -> new Session(Track.TEACHERS, List.of("F2"), "Hall", LocalDate.of(2026, 12, 1), new StaffId(UUID.randomUUID()), NOW));
    }

    @Test
    void a_session_for_renewals_examines_the_short_course_and_nothing_else() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        StaffId by = new StaffId(UUID.randomUUID());
        for (Track track : Track.values()) {
            Session session = Session.ofRenewal(track, "Hall", day, by, NOW);
            assertEquals(SessionKind.RENEWAL, session.kind());
            assertEquals(List.of("F5"), session.courses());
            assertEquals(SessionKind.FULL, new Session(track, track.courses(), "Hall", day, by, NOW).row().kind());
            assertThrows(Refused.class, () -> new Session(track, List.of("F5"), "Hall", day, by, NOW), "the whole way is no short one");
        }
    }

    private static final Bank.Item ORDER = item(Quiz.Kind.ORDER, List.of("a", "b", "c"), List.of(), List.of("c", "a", "b"));
    private static final Bank.Item MATCH = item(Quiz.Kind.MATCH, List.of("l1", "l2"), List.of("r1", "r2", "r3"), List.of("r3", "r1"));
    private static final Bank.Item MANY = item(Quiz.Kind.MULTIPLE, List.of("a", "b", "c"), List.of(), List.of("a", "c"));

    private static Bank.Item item(Quiz.Kind kind, List<String> choices, List<String> right, List<String> key) {
        return new Bank.Item("x", "log", Difficulty.EASY, kind, choices, right, key, List.of(), null);
    }

    @Test
    void answers_are_sent_by_places_and_kept_by_ids() {
        PaperItem order = new PaperItem(UUID.randomUUID(), List.of("b", "c", "a"), List.of());
        Response placed = PlacedAnswer.of(ORDER, order, Map.of("p-1", f("3"), "p-2", f("1"), "p-3", f("2"))).orElseThrow();
        assertEquals("c,a,b", placed.value());
        assertEquals(1, placed.points(ORDER));
        assertEquals(Map.of("p-1", "3", "p-2", "1", "p-3", "2"), AskedItem.places(Quiz.Kind.ORDER, order, placed), "and shown as they were sent");
        PaperItem match = new PaperItem(UUID.randomUUID(), List.of("l2", "l1"), List.of("r3", "r2", "r1"));
        Response paired = PlacedAnswer.of(MATCH, match, Map.of("m-1", f("3"), "m-2", f("1"))).orElseThrow();
        assertEquals(1, paired.points(MATCH));
        assertEquals(Map.of("m-1", "3", "m-2", "1"), AskedItem.places(Quiz.Kind.MATCH, match, paired));
        PaperItem many = new PaperItem(UUID.randomUUID(), List.of("c", "b", "a"), List.of());
        Response marked = PlacedAnswer.of(MANY, many, Map.of("a", new String[] {"1", "3"})).orElseThrow();
        assertEquals("a,c", marked.value());
        assertEquals(Map.of("a-1", "1", "a-3", "1"), AskedItem.places(Quiz.Kind.MULTIPLE, many, marked));
    }

    @Test
    void what_no_form_of_ours_sends_is_refused() {
        PaperItem many = new PaperItem(UUID.randomUUID(), List.of("c", "b", "a"), List.of());
        assertEquals(Optional.empty(), PlacedAnswer.of(MANY, many, Map.of()));
        for (String place : List.of("0", "4", "9", "a", "-1", "1 ", "", "99999999999")) {
            assertThrows(Refused.class, () -> PlacedAnswer.of(MANY, many, Map.of("a", f(place))), place);
        }
        PaperItem match = new PaperItem(UUID.randomUUID(), List.of("l2", "l1"), List.of("r3", "r2", "r1"));
        assertThrows(Refused.class, () -> PlacedAnswer.of(MATCH, match, Map.of("m-1", f("r3"), "m-2", f("1"))), "ids are no places");
    }

    private static String[] f(String value) {
        return new String[] {value};
    }
}
