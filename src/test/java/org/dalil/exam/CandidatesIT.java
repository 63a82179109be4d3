package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dalil.account.entity.CardCode;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateList;
import org.dalil.exam.entity.Invitation;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.SessionKind;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Submission;
import org.junit.jupiter.api.Test;

/** A certifier's clicks, made twice. */
class CandidatesIT extends ExamRoom {

    private static Person somebody() {
        return new Person(new Spellings("", "", "Rojin Azad"), "Judge", "T-" + NewId.next());
    }

    private CandidateId add(Submission form, Person person) {
        return at(Candidates.class, door -> door.add(form, person, Track.JUDGES, 0));
    }

    private List<Invitation> invite(Submission form, CandidateId id) {
        return at(Candidates.class, door -> door.invite(form, List.of(id)));
    }

    private static <T> List<T> twiceAtOnce(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> both = threads.invokeAll(List.of(work, work));
            return List.of(both.get(0).get(), both.get(1).get());
        } finally {
            threads.shutdown();
        }
    }

    private static long count(String table) {
        return DATABASE.resultOf(em -> ((Number) em.createNativeQuery("SELECT COUNT(*) FROM " + table).getSingleResult()).longValue());
    }

    @Test
    void somebody_who_is_added_twice_by_one_form_is_there_once() throws Exception {
        Person person = somebody();
        Submission form = Submission.next();
        CandidateId id = add(form, person);
        assertEquals(id, add(form, person), "no word about somebody who is there already");
        assertEquals("exam.row.known", refusal(() -> add(Submission.next(), person)), "which another form still hears");
        Person other = somebody();
        Submission sent = Submission.next();
        long before = count("candidate");
        List<CandidateId> both = twiceAtOnce(() -> add(sent, other));
        assertEquals(both.get(0), both.get(1));
        assertEquals(before + 1, count("candidate"));
    }

    @Test
    void an_invitation_that_is_made_twice_has_one_code_until_another_ends_it() throws Exception {
        CandidateId id = add(Submission.next(), somebody());
        Submission form = Submission.next();
        List<List<Invitation>> both = twiceAtOnce(() -> invite(form, id));
        assertEquals(code(both.get(0)), code(both.get(1)));
        assertEquals(code(both.get(0)), code(invite(form, id)));
        assertNotEquals(code(both.get(0)), code(invite(Submission.next(), id)));
        assertEquals(List.of(), invite(form, id), "what no longer counts is shown to nobody");
    }

    private static CardCode code(List<Invitation> invitations) {
        return invitations.get(0).code();
    }

    @Test
    void an_academys_list_that_is_taken_twice_is_added_once() {
        CandidateList list = list("Sozan Nasih");
        assertEquals(1, list.taken().size(), list.toString());
        Submission form = Submission.next();
        for (int click = 0; click < 2; click++) {
            assertEquals(1, at(Candidates.class, door -> door.addAll(form, list)).intValue());
        }
        assertEquals(0, at(Candidates.class, door -> door.addAll(Submission.next(), list)).intValue());
    }

    @Test
    void a_session_that_is_planned_twice_is_one_and_its_code_is_one() throws Exception {
        Submission form = Submission.next();
        long before = count("exam_session");
        List<SessionId> both = twiceAtOnce(() -> plan(form, "Hall 3"));
        assertEquals(both.get(0), both.get(1));
        assertEquals(before + 1, count("exam_session"));
        Submission entrusted = Submission.next();
        List<CardCode> codes = twiceAtOnce(() -> at(ExamSessions.class, door -> door.entrust(entrusted, both.get(0))));
        assertEquals(codes.get(0), codes.get(1));
        with(Invigilation.class, door -> door.enter(codes.get(1), ExamRoom::newCookie, "192.0.2.9"));
        assertEquals(codes.get(0), at(ExamSessions.class, door -> door.entrust(entrusted, both.get(0))), "it still opens the session");
        at(ExamSessions.class, door -> door.entrust(Submission.next(), both.get(0)));
        assertEquals("exam.session.codeEnded", refusal(() -> at(ExamSessions.class, door -> door.entrust(entrusted, both.get(0)))));
    }

    @Test
    void a_form_that_comes_again_with_something_else_in_it_is_not_said_to_have_done_that() {
        Person person = somebody();
        Submission form = Submission.next();
        add(form, person);
        long before = count("candidate");
        assertEquals("platform.form.stale", refusal(() -> add(form, somebody())));
        assertEquals("platform.form.stale", refusal(() -> at(Candidates.class, door -> door.add(form, person, Track.JUDGES, 25))));
        assertEquals("platform.form.stale", refusal(() -> add(form, new Person(person.names(), "Judge, " + person.reference(), ""))));
        Submission taken = Submission.next();
        CandidateList list = list("Sozan Nasih");
        at(Candidates.class, door -> door.addAll(taken, list));
        assertEquals("platform.form.stale", refusal(() -> at(Candidates.class, door -> door.addAll(taken, list("Hero Nasih")))));
        assertEquals(before + 1, count("candidate"));
        Submission planned = Submission.next();
        plan(planned, "Hall 3");
        assertEquals("platform.form.stale", refusal(() -> plan(planned, "Hall 4")));
    }

    private SessionId plan(Submission form, String place) {
        return at(ExamSessions.class, door -> door.plan(form, SessionKind.FULL, Track.JUDGES, List.of("F1"), place, LocalDate.of(2026, 11, 30)));
    }

    private CandidateList list(String name) {
        return at(Candidates.class, door -> door.preview(("arabic,kurdish,latin,profession,track,reference,extra-time\n,," + name + ",Judge,judges,L-"
                + NewId.next() + ",\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
