package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.account.entity.CardCode;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.entity.AskedItem;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.SittingView;
import org.dalil.exam.entity.Track;
import org.dalil.exam.entity.Verdict;
import org.dalil.workshop.entity.JoinCode;
import org.junit.jupiter.api.Test;

/** A sitting on a real database, from the code on the wall to the verdict, and whoever must not see it. */
class SittingDoorsIT extends ExamRoom {

    @Test
    void who_knows_the_answers_passes_once_and_is_told_by_topic() {
        UUID sitting = begin(open());
        SittingView view = sit(door -> door.view(cookie, sitting));
        assertEquals(VERSION.course().blueprint().items(), view.asked());
        assertEquals(Duration.ofMinutes(18), view.left(), "15 minutes and a fifth more");
        assertNull(view.verdict());
        answer(sitting, true);
        with(Sittings.class, door -> {
            door.handIn(cookie, sitting);
            door.handIn(cookie, sitting);
        });
        Verdict verdict = sit(door -> door.view(cookie, sitting)).verdict();
        assertTrue(verdict.passed());
        assertEquals(List.of("hear-out", "write-less"), verdict.courses().get(0).topics().stream().map(Verdict.TopicResult::topic).toList());
        assertEquals(List.of(new ExamPassed(candidate, Track.JUDGES, List.of("F1"), clock.instant(), sitting)), passed, "told once");
        assertEquals("exam.answer.handedIn", refusal(() -> sit(door -> door.ask(cookie, sitting, 1))));
        assertEquals(Boolean.TRUE, sit(door -> door.desk(cookie)).places().get(0).passed());
    }

    @Test
    void who_guesses_the_code_on_the_wall_waits_and_nobody_beside_them_does() {
        JoinCode wall = open();
        String neighbour = newCookie();
        DATABASE.inTransaction(em -> ExamParts.sessions(em, KEYS, clock).seat(session, newCandidate(em, neighbour)));
        with(Sittings.class, door -> {
            for (int n = 0; n < 10; n++) {
                assertEquals("exam.begin.code", refusal(() -> door.begin(cookie, session, JoinCode.of(KEYS.random(6)), "en")));
            }
            assertEquals("exam.begin.wait", refusal(() -> door.begin(cookie, session, wall, "en")), "the right one, too");
            door.begin(neighbour, session, wall, "en");
            clock.pass(Duration.ofSeconds(15));
            door.begin(cookie, session, wall, "en");
        });
    }

    @Test
    void a_paper_comes_out_the_same_again_from_what_the_sitting_remembers() {
        UUID sitting = begin(open());
        DATABASE.inTransaction(em -> {
            var kept = em.find(org.dalil.exam.entity.Sitting.class, sitting);
            assertEquals(ExamParts.sittings(em, DATABASE, KEYS).paper(sitting), org.dalil.exam.entity.Draw.paper(kept.seed(),
                    Map.of(VERSION.course().id(), VERSION.course().blueprint()),
                    ExamParts.bank(em, KEYS).pool(List.of(VERSION.course().id()), "en", kept.drawnAt())));
        });
    }

    @Test
    void a_question_leaves_the_server_without_ids_and_key() {
        UUID sitting = begin(open());
        for (int n = 1; n <= VERSION.course().blueprint().items(); n++) {
            int position = n;
            AskedItem asked = sit(door -> door.ask(cookie, sitting, position));
            assertTrue(VERSION.course().bank().items().stream().noneMatch(i -> asked.toString().contains(i.id())), asked.toString());
            assertEquals(Map.of(), asked.answer());
        }
    }

    @Test
    void somebody_elses_sitting_is_not_there_and_another_browser_is_out_until_it_moves() {
        JoinCode wall = open();
        UUID sitting = begin(wall);
        String other = newCookie();
        DATABASE.inTransaction(em -> ExamParts.candidates(em, KEYS, clock).begin(candidate, other));
        assertFalse(sit(door -> door.view(other, sitting)).here());
        assertEquals("exam.answer.elsewhere", refusal(() -> sit(door -> door.ask(other, sitting, 1))));
        Map<String, String[]> form = form(sit(door -> door.ask(cookie, sitting, 1)), true);
        assertEquals("exam.answer.elsewhere", refusal(() -> sit(door -> door.save(other, sitting, 1, form))));
        assertEquals(sitting, sit(door -> door.begin(other, session, wall, "en")), "the same exam goes on");
        assertEquals("exam.answer.elsewhere", refusal(() -> sit(door -> door.save(cookie, sitting, 1, form))));
        assertTrue(sit(door -> door.save(other, sitting, 1, form)).isPresent());
        assertEquals(Incident.Kind.MOVED, watch(door -> door.view(invigilator)).orElseThrow().incidents().get(0).kind());
        assertEquals("exam.signIn.again", refusal(() -> sit(door -> door.view(newCookie(), sitting))));
        prepare();
        assertEquals("exam.sitting.none", refusal(() -> sit(door -> door.view(cookie, sitting))), "a stranger finds nothing");
        assertEquals("exam.sitting.none", refusal(() -> sit(door -> door.save(cookie, sitting, 1, form))));
    }

    @Test
    void the_clock_hands_in_what_was_saved_and_refuses_what_comes_later() {
        UUID sitting = begin(open());
        answer(sitting, false);
        Map<String, String[]> late = form(sit(door -> door.ask(cookie, sitting, 1)), true);
        clock.pass(Duration.ofMinutes(9));
        beat();
        clock.pass(Duration.ofMinutes(9).minusSeconds(10));
        // What the platform was away for is given back: nine minutes less ten seconds.
        beat();
        assertEquals(Duration.ofMinutes(18).toSeconds(), sit(door -> door.view(cookie, sitting)).left().toSeconds(), "two outages, both given back");
        for (int beat = 0; beat < 108; beat++) {
            clock.pass(Duration.ofSeconds(10));
            if (sit(door -> door.view(cookie, sitting)).left().isZero()) {
                assertEquals("exam.answer.late", refusal(() -> sit(door -> door.save(cookie, sitting, 1, late))));
            }
            beat();
        }
        SittingView over = sit(door -> door.view(cookie, sitting));
        assertTrue(over.submitted());
        assertFalse(over.verdict().passed());
        assertEquals(List.of(), passed.stream().filter(p -> p.candidate().equals(candidate)).toList());
        assertEquals("exam.answer.handedIn", refusal(() -> sit(door -> door.save(cookie, sitting, 1, late))));
        prepareNext();
        assertEquals("exam.begin.coolDown", refusal(() -> begin(open())), "who failed waits");
        clock.pass(Duration.ofDays(14));
        cookie = newCookie();
        DATABASE.inTransaction(em -> ExamParts.candidates(em, KEYS, clock).begin(candidate, cookie));
        CardCode again = CardCode.of(KEYS.random(8));
        DATABASE.inTransaction(em -> ExamParts.sessions(em, KEYS, clock).locked(session).entrust(ExamParts.sessions(em, KEYS, clock).mac(again)));
        invigilator = newCookie();
        with(Invigilation.class, door -> door.enter(again, () -> invigilator, "192.0.2.1"));
        begin(open());
    }

    /** Another session with the same candidate. */
    private void prepareNext() {
        CandidateId same = candidate;
        String sameCookie = cookie;
        prepare();
        candidate = same;
        cookie = sameCookie;
        DATABASE.inTransaction(em -> ExamParts.sessions(em, KEYS, clock).seat(session, same));
    }

    @Test
    void what_a_start_takes_is_given_back_to_the_last_second_and_a_short_pause_between_beats_is_none() {
        UUID sitting = begin(open());
        beat();
        Duration left = sit(door -> door.view(cookie, sitting)).left();
        clock.pass(Duration.ofSeconds(9));
        with(ExamClock.class, ExamClock::wake);
        assertEquals(left, sit(door -> door.view(cookie, sitting)).left(), "nine seconds without a server");
        clock.pass(Duration.ofSeconds(4));
        with(ExamClock.class, ExamClock::wake);
        assertEquals(left, sit(door -> door.view(cookie, sitting)).left(), "and four until it served pages");
        clock.pass(Duration.ofSeconds(9));
        beat();
        assertEquals(left.minusSeconds(9), sit(door -> door.view(cookie, sitting)).left());
    }
}
