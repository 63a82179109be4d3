package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.SittingRecord;
import org.dalil.exam.entity.Terms;
import org.dalil.exam.entity.Track;
import org.dalil.exam.entity.Verdict;
import org.dalil.platform.entity.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a track asks of those who come again, and another attempt in place of one, on a real database. */
class GrantIT extends ExamRoom {

    @AfterEach
    void as_it_was() {
        with(ExamSessions.class, door -> door.set(Terms.usual(Track.JUDGES)));
    }

    private UUID failed() {
        UUID sitting = begin(open());
        answer(sitting, false);
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        return sitting;
    }

    /** Another session with the same candidate, at the same moment. */
    private void next() {
        CandidateId same = candidate;
        String sameCookie = cookie;
        prepare();
        candidate = same;
        cookie = sameCookie;
        DATABASE.inTransaction(em -> ExamParts.sessions(em, KEYS, clock).seat(session, same));
    }

    private SittingRecord record(UUID sitting) {
        return at(SittingRecords.class, door -> door.of(sitting));
    }

    private void grant(UUID sitting, boolean noWait) {
        with(SittingRecords.class, door -> door.grant(Submission.next(), sitting, noWait, "The lamp fell on the table of Hevin Sat."));
    }

    @Test
    void another_attempt_makes_up_for_one_and_the_wait_holds_unless_it_is_lifted() {
        with(ExamSessions.class, door -> door.set(new Terms(Track.JUDGES, 1, 14, 0)));
        UUID first = failed();
        next();
        assertEquals("exam.begin.attempts", refusal(() -> begin(open())));
        grant(first, false);
        assertEquals("exam.begin.coolDown", refusal(() -> begin(open())), "the wait holds");
        clock.pass(Duration.ofDays(14));
        cookie = newCookie();
        DATABASE.inTransaction(em -> ExamParts.candidates(em, KEYS, clock).begin(candidate, cookie));
        next();
        UUID second = failed();
        next();
        assertEquals("exam.begin.attempts", refusal(() -> begin(open())), "one was granted, not more");
        grant(second, true);
        assertFalse(sit(door -> door.view(cookie, begin(open()))).submitted(), "at once");
    }

    @Test
    void what_was_granted_is_kept_with_its_reason_sealed_and_in_the_trail() {
        UUID sitting = failed();
        assertEquals(1, record(sitting).tried());
        assertTrue(record(sitting).isGrantable());
        Submission form = Submission.next();
        for (int click = 0; click < 2; click++) {
            with(SittingRecords.class, door -> door.grant(form, sitting, true, " A fault of the machine \r\n at seat 1 "));
        }
        SittingRecord kept = record(sitting);
        assertEquals("A fault of the machine \n at seat 1", kept.grant().reason().text());
        assertTrue(kept.grant().noWait());
        assertEquals(0, kept.tried());
        assertFalse(kept.isGrantable());
        DATABASE.inTransaction(em -> {
            assertEquals(0, em.createNativeQuery("SELECT 1 FROM exam_grant WHERE reason LIKE '%machine%'").getResultList().size(), "sealed");
            assertEquals(List.of("at once"), em.createNativeQuery("SELECT detail FROM audit_event WHERE act = 'sitting.grant' AND subject = ?")
                    .setParameter(1, sitting.toString()).getResultList());
        });
        assertEquals("exam.grant.twice", refusal(() -> grant(sitting, false)));
    }

    @Test
    void nothing_is_granted_without_a_reason_a_result_or_a_need() {
        UUID sitting = begin(open());
        assertEquals("exam.grant.noResult", refusal(() -> grant(sitting, true)), "it is under way");
        answer(sitting, true);
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        assertEquals("exam.grant.passed", refusal(() -> grant(sitting, true)));
        assertEquals("exam.record.none", refusal(() -> grant(UUID.randomUUID(), true)));
        assertEquals("exam.record.none", refusal(() -> record(UUID.randomUUID())));
        next();
        UUID wrong = failed();
        for (String words : new String[] {null, " \n ", "x".repeat(601), "a\u0000b"}) {
            assertEquals("exam.reason.words", refusal(() -> with(SittingRecords.class, door -> door.grant(Submission.next(), wrong, true, words))));
        }
        UUID item = DATABASE.resultOf(em -> ExamParts.sittings(em, DATABASE, KEYS).paper(wrong).get(0).item());
        desk = reader;
        at(ItemBank.class, bank -> bank.strike(item));
        assertEquals("exam.grant.noResult", refusal(() -> grant(wrong, true)), "it waits to be marked again");
        clockwork.round();
        grant(wrong, true);
    }

    @Test
    void a_record_says_when_how_far_and_what_happened_and_nothing_of_others() {
        UUID sitting = begin(open());
        answer(sitting, false);
        with(Invigilation.class, door -> {
            door.giveBack(Submission.next(), invigilator, 1, 5);
            door.pause(invigilator);
            door.goOn(invigilator);
        });
        String neighbour = newCookie();
        DATABASE.inTransaction(em -> ExamParts.sessions(em, KEYS, clock).seat(session, newCandidate(em, neighbour)));
        with(Invigilation.class, door -> door.note(Submission.next(), invigilator, 2, Incident.Kind.PHONE));
        watch(door -> door.close(invigilator));
        beat();
        SittingRecord record = record(sitting);
        assertTrue(record.early());
        assertEquals(20, record.extra());
        assertEquals(VERSION.course().blueprint().items(), record.seat().answered());
        assertEquals(List.of("closed", "resumed", "paused", "time", "opened"), record.incidents().stream().map(i -> i.kind().slug()).toList());
        assertEquals(List.of("FIRST"), record.markings().stream().map(m -> m.why()).toList());
        assertFalse(record.markings().get(0).verdict().passed());
    }

    @Test
    void terms_hold_from_the_next_exam_on_and_what_cannot_be_meant_is_refused() {
        for (int[] bad : new int[][] {{0, 14, 0}, {21, 14, 0}, {-1, 14, 0}, {3, -1, 0}, {3, 366, 0}, {3, 14, -1}, {3, 14, 101}}) {
            assertEquals("exam.terms.numbers", refusal(() -> new Terms(Track.JUDGES, bad[0], bad[1], bad[2])));
        }
        for (int[] edge : new int[][] {{1, 0, 0}, {20, 365, 100}}) {
            Terms set = new Terms(Track.JUDGES, edge[0], edge[1], edge[2]);
            with(ExamSessions.class, door -> door.set(set));
            assertEquals(set, at(ExamSessions.class, ExamSessions::terms).get(Track.JUDGES.ordinal()));
        }
        assertEquals(Terms.usual(Track.LAWYERS), at(ExamSessions.class, ExamSessions::terms).get(Track.LAWYERS.ordinal()), "the others are as they were");
        with(ExamSessions.class, door -> door.set(new Terms(Track.JUDGES, 3, 0, 100)));
        UUID sitting = begin(open());
        answer(sitting, true);
        Map<String, String[]> slip = form(sit(door -> door.ask(cookie, sitting, 1)), false);
        sit(door -> door.save(cookie, sitting, 1, slip));
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        assertFalse(sit(door -> door.view(cookie, sitting)).verdict().passed(), "a hundred percent is asked");
        next();
        UUID again = begin(open());
        assertFalse(sit(door -> door.view(cookie, again)).submitted(), "no days of waiting");
        assertEquals(1, DATABASE.resultOf(em -> em.createNativeQuery("SELECT 1 FROM audit_event WHERE act = 'exam-terms.set' AND subject = 'judges' "
                + "AND detail = '3 0 100'").getResultList().size()).intValue());
    }

    @Test
    void a_topic_is_held_against_its_own_minimum() {
        UUID sitting = begin(open());
        answer(sitting, true);
        List<String> topics = DATABASE.resultOf(em -> ExamParts.sittings(em, DATABASE, KEYS).paper(sitting).stream()
                .map(p -> ExamParts.bank(em, KEYS).get(p.item()).topic()).toList());
        for (int n = 1; n <= topics.size(); n++) {
            if (topics.get(n - 1).equals("hear-out")) {
                int position = n;
                Map<String, String[]> wrong = form(sit(door -> door.ask(cookie, sitting, position)), false);
                sit(door -> door.save(cookie, sitting, position, wrong));
            }
        }
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        Verdict verdict = sit(door -> door.view(cookie, sitting)).verdict();
        assertFalse(verdict.passed());
        assertEquals(List.of(new Verdict.TopicResult("hear-out", 0, 50, false), new Verdict.TopicResult("write-less", 100, 0, true)),
                verdict.courses().get(0).topics());
    }
}
