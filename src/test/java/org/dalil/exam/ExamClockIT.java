package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.web.ExamClockwork;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.entity.JoinCode;
import org.junit.jupiter.api.Test;

/** The exam clock when the server's clock is wrong, when a sitting is, and when a whole hall is handed in. */
class ExamClockIT extends ExamRoom {

    private Duration left(UUID sitting) {
        return sit(door -> door.view(cookie, sitting)).left();
    }

    private List<Incident.Kind> incidents() {
        return watch(door -> door.view(invigilator)).orElseThrow().incidents().stream().map(Incident::kind).toList();
    }

    private List<String> trail(String act, UUID subject) {
        return DATABASE.resultOf(em -> ((List<?>) em.createNativeQuery("SELECT detail FROM audit_event WHERE act = ? AND subject = ? ORDER BY id")
                .setParameter(1, act).setParameter(2, subject.toString()).getResultList()).stream().map(Object::toString).toList());
    }

    /** Another candidate in the same room. @return their cookie */
    private String neighbour() {
        String other = newCookie();
        DATABASE.inTransaction(em -> ExamParts.sessions(em, KEYS, clock).seat(session, newCandidate(em, other)));
        return other;
    }

    @Test
    void a_clock_put_back_or_forward_an_hour_leaves_everybody_what_they_had() {
        UUID sitting = begin(open());
        clock.pass(Duration.ofSeconds(10));
        beat();
        Duration before = left(sitting);
        clock.pass(Duration.ofHours(-1));
        beat();
        assertEquals(before, left(sitting), "put back");
        assertTrue(incidents().contains(Incident.Kind.CLOCK), incidents().toString());
        assertEquals(List.of("-3600 s"), trail("session.clock", session.value()));
        clock.pass(Duration.ofSeconds(10));
        beat();
        assertEquals(before.minusSeconds(10), left(sitting), "and the time goes on");
        clock.pass(Duration.ofHours(1));
        clockwork.round();
        assertFalse(sit(door -> door.view(cookie, sitting)).submitted(), "nobody is handed in before the silence is given back");
        beat();
        assertEquals(before.minusSeconds(10), left(sitting), "put forward");
        assertEquals(List.of("3600 s"), trail("session.outage", session.value()));
        assertFalse(sit(door -> door.view(cookie, sitting)).submitted());
    }

    @Test
    void who_begins_after_the_clock_was_put_back_and_before_it_beats_again_has_the_whole_time() {
        JoinCode wall = open();
        beat();
        // Not before the bank was read: it has to be there.
        clock.pass(Duration.ofSeconds(-30));
        UUID sitting = begin(wall);
        beat();
        assertEquals(Duration.ofMinutes(18), left(sitting));
        clock.pass(Duration.ofHours(1));
        String mine = cookie;
        cookie = neighbour();
        UUID other = begin(wall);
        beat();
        assertEquals(Duration.ofMinutes(18), left(other));
        cookie = mine;
        assertEquals(Duration.ofMinutes(18), left(sitting));
    }

    @Test
    void a_room_whose_clock_is_stopped_when_the_servers_is_set_goes_on_with_what_was_left() {
        UUID sitting = begin(open());
        clock.pass(Duration.ofSeconds(10));
        beat();
        clock.pass(Duration.ofHours(-1));
        with(Invigilation.class, door -> door.pause(invigilator));
        Duration before = left(sitting);
        assertEquals(Duration.ofMinutes(18).minusSeconds(10), before);
        beat();
        clock.pass(Duration.ofHours(2));
        beat();
        assertEquals(before, left(sitting), "stopped");
        clock.pass(Duration.ofHours(-2));
        with(Invigilation.class, door -> door.goOn(invigilator));
        beat();
        assertEquals(before, left(sitting), "and on again");
    }

    @Test
    void who_begins_while_the_rooms_clock_is_stopped_gains_nothing_by_it() {
        JoinCode wall = open();
        with(Invigilation.class, door -> door.pause(invigilator));
        clock.pass(Duration.ofMinutes(10));
        UUID sitting = begin(wall);
        assertEquals(Duration.ofMinutes(18), left(sitting));
        clock.pass(Duration.ofMinutes(5));
        with(Invigilation.class, door -> door.goOn(invigilator));
        assertEquals(Duration.ofMinutes(18), left(sitting));
    }

    @Test
    void a_sitting_that_cannot_be_marked_holds_up_nobody_and_is_named_by_its_id_alone() {
        JoinCode wall = open();
        UUID broken = begin(wall);
        String mine = cookie;
        cookie = neighbour();
        UUID sound = begin(wall);
        String others = cookie;
        DATABASE.inTransaction(em -> em.createNativeQuery("UPDATE exam_sitting SET versions = ? WHERE id = ?")
                .setParameter(1, UUID.randomUUID().toString()).setParameter(2, broken.toString()).executeUpdate());
        List<LogRecord> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line);
            }

            @Override
            public void flush() { }

            @Override
            public void close() { }
        };
        Logger log = Logger.getLogger(ExamClockwork.class.getName());
        log.addHandler(handler);
        try {
            watch(door -> door.close(invigilator));
            beat();
            beat();
        } finally {
            log.removeHandler(handler);
        }
        assertTrue(sit(door -> door.view(others, sound)).submitted());
        assertFalse(sit(door -> door.view(mine, broken)).submitted());
        List<LogRecord> severe = logged.stream().filter(l -> l.getLevel() == Level.SEVERE && broken.equals(l.getParameters()[0])).toList();
        assertEquals(1, severe.size(), "told once, not at every beat");
        DATABASE.inTransaction(em -> em.createNativeQuery("UPDATE exam_sitting SET versions = ? WHERE id = ?")
                .setParameter(1, VERSION.id().toString()).setParameter(2, broken.toString()).executeUpdate());
        for (int round = 0; round < 60; round++) {
            clockwork.round();
        }
        assertTrue(sit(door -> door.view(mine, broken)).submitted(), "tried again later");
    }

    @Test
    void ending_a_session_waits_for_no_sitting_and_one_begun_beside_the_end_ends_too() throws SQLException {
        JoinCode wall = open();
        UUID sitting = begin(wall);
        try (Connection other = DATABASE.dataSource().getConnection()) {
            other.setAutoCommit(false);
            hold(other, "SELECT id FROM exam_sitting WHERE id = ? FOR UPDATE", sitting);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> watch(door -> door.close(invigilator)));
            other.rollback();
        }
        String mine = cookie;
        cookie = neighbour();
        assertEquals("exam.session.closed", refusal(() -> begin(wall)));
        cookie = mine;
        clock.pass(Duration.ofHours(-3));
        clockwork.round();
        assertTrue(sit(door -> door.view(cookie, sitting)).submitted(), "whatever the clock shows");
        assertEquals(1, trail("sitting.mark", sitting).size());
    }

    @Test
    void an_end_waits_for_who_is_just_beginning() throws Exception {
        open();
        try (Connection beginning = DATABASE.dataSource().getConnection()) {
            beginning.setAutoCommit(false);
            hold(beginning, "SELECT id FROM exam_session WHERE id = ? LOCK IN SHARE MODE", session.value());
            CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> watch(door -> door.close(invigilator)));
            Thread.sleep(500);
            assertFalse(end.isDone());
            beginning.rollback();
            end.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void the_trail_stays_free_while_a_sitting_is_being_marked() throws Exception {
        UUID sitting = begin(open());
        watch(door -> door.close(invigilator));
        try (Connection other = DATABASE.dataSource().getConnection()) {
            other.setAutoCommit(false);
            hold(other, "SELECT position FROM exam_paper WHERE sitting_id = ? FOR UPDATE", sitting);
            CompletableFuture<Void> marking = CompletableFuture.runAsync(clockwork::round);
            Thread.sleep(1000);
            assertFalse(marking.isDone(), "it waits for the paper");
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> DATABASE.inTransaction(em ->
                    PlatformParts.trail(em, clock).record("system:test", "test.free", sitting.toString())));
            other.rollback();
            marking.get(20, TimeUnit.SECONDS);
        }
        assertTrue(sit(door -> door.view(cookie, sitting)).submitted());
    }

    @Test
    void what_happened_stays_with_who_sat_there_and_the_last_stands_first_on_any_clock() {
        String next = newCookie();
        with(Invigilation.class, door -> door.note(Submission.next(), invigilator, 1, Incident.Kind.LATE));
        int first = watch(door -> door.view(invigilator)).orElseThrow().seats().get(0).candidateNumber();
        with(ExamSessions.class, door -> door.unseat(session, candidate));
        DATABASE.inTransaction(em -> ExamParts.sessions(em, KEYS, clock).seat(session, newCandidate(em, next)));
        clock.pass(Duration.ofHours(-1));
        with(Invigilation.class, door -> door.note(Submission.next(), invigilator, 1, Incident.Kind.HELP));
        var room = watch(door -> door.view(invigilator)).orElseThrow();
        assertEquals(List.of(Incident.Kind.HELP, Incident.Kind.LATE), room.incidents().stream().map(Incident::kind).toList());
        assertEquals(room.seats().get(0).candidateNumber(), room.incidents().get(0).candidate());
        assertEquals(first, room.incidents().get(1).candidate(), "the seat is another's now, the lateness is not");
    }

    private static void hold(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, id.toString());
            assertTrue(lock.executeQuery().next());
        }
    }
}
