package org.dalil.exam.control;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.dalil.TestDatabase;
import org.dalil.course.Courses;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;

/** The exam feature's control parts, put together by hand. */
public final class ExamParts {

    private ExamParts() { }

    public static People people(Keys keys) {
        People people = new People();
        people.keys = keys;
        people.sealing = PlatformParts.sealing(keys);
        return people;
    }

    public static CandidateStore candidates(EntityManager em, Keys keys, Clock clock) {
        CandidateStore store = new CandidateStore();
        store.em = em;
        store.keys = keys;
        store.people = people(keys);
        store.clock = clock;
        return store;
    }

    public static BankStore bank(EntityManager em, Keys keys) {
        BankStore store = new BankStore();
        store.em = em;
        store.keys = keys;
        store.sealing = PlatformParts.sealing(keys);
        return store;
    }

    public static SessionStore sessions(EntityManager em, Keys keys, Clock clock) {
        SessionStore store = new SessionStore();
        store.em = em;
        store.keys = keys;
        store.clock = clock;
        return store;
    }

    public static SittingStore sittings(EntityManager em, TestDatabase database, Keys keys) {
        SittingStore store = new SittingStore();
        store.em = em;
        store.statements = database.dataSource();
        store.keys = keys;
        return store;
    }

    public static VerdictStore verdicts(EntityManager em) {
        VerdictStore store = new VerdictStore();
        store.em = em;
        return store;
    }

    public static Examined examined(EntityManager em, Keys keys, Clock clock, Courses courses) {
        Examined examined = new Examined();
        examined.bank = bank(em, keys);
        examined.clock = clock;
        examined.courses = courses;
        return examined;
    }

    /** @param passed is told who has passed */
    public static Marking marking(EntityManager em, TestDatabase database, Keys keys, Clock clock, Courses courses, Event<ExamPassed> passed) {
        Marking marking = new Marking();
        marking.sittings = sittings(em, database, keys);
        marking.sessions = sessions(em, keys, clock);
        marking.verdicts = verdicts(em);
        marking.bank = bank(em, keys);
        marking.courses = courses;
        marking.trail = PlatformParts.trail(em, clock);
        marking.clock = clock;
        marking.passed = passed;
        return marking;
    }

    public static DeskQuery desks(EntityManager em, Keys keys, Clock clock) {
        DeskQuery query = new DeskQuery();
        query.em = em;
        query.sessions = sessions(em, keys, clock);
        return query;
    }

    public static SeatQuery seats(EntityManager em, Keys keys) {
        SeatQuery query = new SeatQuery();
        query.em = em;
        query.people = people(keys);
        return query;
    }
}
