package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.Parts;
import org.dalil.account.Acting;
import org.dalil.account.control.CardStore;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.StaffId;
import org.dalil.course.Courses;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Module;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Draw;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Held;
import org.dalil.exam.entity.NoSeat;
import org.dalil.exam.entity.PaperItem;
import org.dalil.exam.entity.Renewal;
import org.dalil.exam.entity.Seating;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.SessionKind;
import org.dalil.exam.entity.Sitting;
import org.dalil.exam.entity.Track;
import org.dalil.exam.entity.Ways;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.entity.JoinCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renewing a certificate on a real database: who gets a seat, what is examined, what it counts for, and every wrong seat. */
class RenewalDoorsIT extends ExamRoom {

    private static final List<Integer> MODULES = REFRESHER.course().modules().stream().map(Module::number).toList();

    private UUID card;
    private int held;

    /** The session of each test is one for renewals, and whoever was seated there for the whole way is not. */
    @BeforeEach
    void a_session_for_renewals() {
        CardCode code = CardCode.of(KEYS.random(8));
        DATABASE.inTransaction(em -> {
            bank(em, REFRESHER.course());
            Session planned = Session.ofRenewal(Track.JUDGES, "Hall 3", LocalDate.of(2026, 11, 28), author, clock.instant());
            planned.entrust(ExamParts.sessions(em, KEYS, clock).mac(code));
            ExamParts.sessions(em, KEYS, clock).add(planned);
            session = planned.id();
        });
        invigilator = newCookie();
        with(Invigilation.class, door -> door.enter(code, () -> invigilator, "192.0.2.1"));
    }

    /** A certificate that ends in so many days, as the certificates' own part writes it. @return its number */
    private int certificate(CandidateId holder, Duration until) {
        return DATABASE.resultOf(em -> {
            em.createNativeQuery("""
                    INSERT INTO certificate_order (sitting_id, edition, candidate_id, track, courses, passed_at, ordered_at, expires_at)
                    VALUES (?1, 1, ?2, 'JUDGES', 'F1', ?3, ?3, ?4)""").setParameter(1, NewId.next().toString())
                    .setParameter(2, holder.toString()).setParameter(3, Timestamp.from(clock.instant().minus(Duration.ofDays(1000))))
                    .setParameter(4, Timestamp.from(clock.instant().plus(until))).executeUpdate();
            return ((Number) em.createNativeQuery("SELECT MAX(number) FROM certificate_order WHERE candidate_id = ?1")
                    .setParameter(1, holder.toString()).getSingleResult()).intValue();
        });
    }

    private void revoke(int number) {
        DATABASE.inTransaction(em -> {
            String key = String.format("%043d", number);
            // Retired: other tests of this database sign with keys of their own.
            em.createNativeQuery("INSERT INTO certificate_key (id, public_half, made_at, retired_at) VALUES (?1, REPEAT('k', 32), NOW(3), NOW(3))")
                    .setParameter(1, key).executeUpdate();
            em.createNativeQuery("""
                    INSERT INTO certificate (id, number, candidate_id, track, issued_at, expires_at, key_id, code_mac, qr, credential, paper, paper_key)
                    SELECT ?1, number, candidate_id, track, passed_at, expires_at, ?2, LPAD(number, 32, '0'), '', '', '', 1
                      FROM certificate_order WHERE number = ?3""").setParameter(1, NewId.next().toString()).setParameter(2, key)
                    .setParameter(3, number).executeUpdate();
            em.createNativeQuery("INSERT INTO certificate_revocation (number, ground, revoked_at, revoked_by) VALUES (?1, 'DISHONEST', NOW(3), 'x')")
                    .setParameter(1, number).executeUpdate();
        });
    }

    private void ends(int number, Duration from) {
        DATABASE.inTransaction(em -> em.createNativeQuery("UPDATE certificate_order SET expires_at = ?1 WHERE number = ?2")
                .setParameter(1, Timestamp.from(clock.instant().plus(from))).setParameter(2, number).executeUpdate());
    }

    /** A card that has completed the short course. */
    private CardCode card() {
        CardCode code = CardCode.of(KEYS.random(8));
        DATABASE.inTransaction(em -> {
            card = parts(em).get(CardStore.class).add(code, null);
            MODULES.forEach(m -> em.createNativeQuery("""
                    INSERT INTO module_progress (card_id, course_id, module, seen, last_card, read_to_end, played, moved_at, completed_at)
                    VALUES (?1, ?2, ?3, 7, 3, TRUE, TRUE, ?4, ?4)""").setParameter(1, card.toString())
                    .setParameter(2, REFRESHER.course().id().toString()).setParameter(3, m).setParameter(4, Timestamp.from(clock.instant()))
                    .executeUpdate());
        });
        return code;
    }

    private int confirm(CardCode code) {
        return at(CandidateLearning.class, door -> door.confirm(cookie, code, "192.0.2.1"));
    }

    private Ways ways() {
        return at(CandidateLearning.class, door -> door.ways(cookie));
    }

    /** Somebody else of the track, signed in from here on. */
    private CandidateId another() {
        cookie = newCookie();
        candidate = DATABASE.resultOf(em -> newCandidate(em, cookie));
        return candidate;
    }

    /** The candidate holds a certificate, has learnt for its renewal, and has a seat. */
    private void seated() {
        held = certificate(candidate, Duration.ofDays(60));
        confirm(card());
        assertEquals(1, at(ExamSessions.class, door -> door.seat(session, List.of(candidate))).seated());
    }

    @Test
    void every_wrong_seat_is_refused_with_its_reason_and_those_with_the_same_stand_together() {
        CandidateId none = candidate;
        CandidateId revoked = another();
        revoke(certificate(revoked, Duration.ofDays(60)));
        CandidateId early = another();
        certificate(early, Duration.ofDays(121));
        CandidateId late = another();
        certificate(late, Duration.ofDays(-367));
        CandidateId unlearnt = another();
        certificate(unlearnt, Duration.ofDays(60));
        CandidateId ended = another();
        certificate(ended, Duration.ofDays(-364));
        confirm(card());
        CandidateId good = another();
        certificate(good, Duration.ofDays(119));
        confirm(card());
        Seating seating = at(ExamSessions.class, door -> door.seat(session, List.of(none, revoked, early, late, unlearnt, ended, good)));
        assertEquals(2, seating.seated());
        assertEquals(List.of(NoSeat.LEARNING, NoSeat.NO_CERTIFICATE, NoSeat.NO_CERTIFICATE, NoSeat.EARLY, NoSeat.LATE),
                seating.without().stream().map(Seating.Without::why).toList());
        assertEquals(List.of(unlearnt, none, revoked, early, late), seating.without().stream().map(w -> w.candidate().id()).toList());
        assertEquals(List.of(ended, good), at(ExamSessions.class, door -> door.seats(session)).stream().map(s -> s.candidate()).toList());
    }

    @Test
    void the_window_is_looked_at_again_when_the_exam_begins() {
        seated();
        JoinCode wall = open();
        for (Map.Entry<Duration, String> wrong : Map.of(Duration.ofDays(125), "exam.begin.early", Duration.ofDays(-370), "exam.begin.late").entrySet()) {
            ends(held, wrong.getKey());
            assertEquals(wrong.getValue(), refusal(() -> begin(wall)));
        }
        ends(held, Duration.ofDays(60));
        UUID sitting = begin(wall);
        ends(held, Duration.ofDays(-370));
        assertEquals(sitting, begin(wall), "who has begun goes on");
        another();
        held = certificate(candidate, Duration.ofDays(60));
        confirm(card());
        at(ExamSessions.class, door -> door.seat(session, List.of(candidate)));
        revoke(held);
        assertEquals("exam.begin.no-certificate", refusal(() -> begin(wall)));
    }

    @Test
    void the_short_course_is_examined_and_whoever_passes_is_told_with_what_is_renewed() {
        seated();
        clock.pass(Duration.ofMinutes(5));
        UUID sitting = begin(open());
        DATABASE.inTransaction(em -> {
            Sitting kept = em.find(Sitting.class, sitting);
            assertEquals(List.of(REFRESHER.id()), kept.versions());
            assertEquals(held, kept.cycle());
            List<PaperItem> paper = ExamParts.sittings(em, DATABASE, KEYS).paper(sitting);
            assertEquals(paper, Draw.paper(kept.seed(), Map.of(REFRESHER.course().id(), REFRESHER.course().blueprint()),
                    ExamParts.bank(em, KEYS).pool(List.of(REFRESHER.course().id()), "en", kept.drawnAt())), "drawn again it is the same");
            assertTrue(ExamParts.bank(em, KEYS).byIds(paper.stream().map(PaperItem::item).toList()).stream().map(BankItem::courseId)
                    .allMatch(REFRESHER.course().id()::equals));
        });
        answer(sitting, true);
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        assertEquals(List.of(new ExamPassed(candidate, Track.JUDGES, List.of("F5"), clock.instant(), sitting,
                new ExamPassed.Renewed(held, clock.instant()))), passed);
    }

    @Test
    void an_item_that_is_struck_makes_a_pass_of_it_and_the_day_of_the_exam_stays() {
        seated();
        UUID sitting = begin(open());
        answer(sitting, false);
        Instant sat = clock.instant();
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        assertEquals(List.of(), passed);
        clock.pass(Duration.ofDays(80));
        List<UUID> items = DATABASE.resultOf(em -> ExamParts.sittings(em, DATABASE, KEYS).paper(sitting)).stream().map(PaperItem::item).toList();
        for (UUID item : items) {
            desk = reader;
            at(ItemBank.class, door -> door.strike(item));
            clockwork.round();
        }
        assertEquals(List.of(new ExamPassed.Renewed(held, sat)), passed.stream().filter(p -> p.sittingId().equals(sitting)).map(ExamPassed::renewal)
                .toList());
        assertTrue(passed.get(0).passedAt().isAfter(sat));
    }

    private void fail(UUID sitting) {
        answer(sitting, false);
        with(Sittings.class, door -> door.handIn(cookie, sitting));
    }

    /** A session on the whole way, with whoever sits at this browser. */
    private void the_whole_way() {
        CandidateId same = candidate;
        String in = cookie;
        prepare();
        candidate = same;
        cookie = in;
        DATABASE.inTransaction(em -> ExamParts.sessions(em, KEYS, clock).seat(session, same));
    }

    @Test
    void who_failed_a_renewal_waits_for_the_next_but_not_for_the_whole_way() {
        seated();
        fail(begin(open()));
        a_session_for_renewals();
        at(ExamSessions.class, door -> door.seat(session, List.of(candidate)));
        JoinCode wall = open();
        assertEquals("exam.begin.coolDown", refusal(() -> begin(wall)));
        the_whole_way();
        UUID whole = begin(open());
        assertEquals(List.of(0), List.of(DATABASE.<Sitting>resultOf(em -> em.find(Sitting.class, whole)).cycle()));
    }

    @Test
    void who_failed_on_the_whole_way_does_not_wait_for_a_renewal() {
        the_whole_way();
        fail(begin(open()));
        a_session_for_renewals();
        seated();
        begin(open());
    }

    @Test
    void who_holds_another_certificate_at_the_beginning_has_to_have_learnt_for_that_one() {
        seated();
        JoinCode wall = open();
        certificate(candidate, Duration.ofDays(100));
        assertEquals("exam.begin.learning", refusal(() -> begin(wall)));
        confirm(card());
        begin(wall);
    }

    @Test
    void what_is_learnt_counts_for_one_renewal_and_not_before_it_is_open() {
        held = certificate(candidate, Duration.ofDays(121));
        CardCode code = card();
        assertEquals(Held.State.EARLY, ways().renewal().state());
        assertEquals("exam.path.nothing", refusal(() -> confirm(code)), "too early");
        assertEquals(0, ways().renewal().path().done());
        clock.pass(Duration.ofDays(2));
        again();
        assertEquals(MODULES.size(), confirm(code));
        assertTrue(ways().renewal().path().isComplete());
        assertFalse(ways().path().isComplete(), "the whole way is another matter");
        // Issued again with another spelling it is the same certificate.
        DATABASE.inTransaction(em -> em.createNativeQuery("""
                INSERT INTO certificate_order (sitting_id, edition, first_edition, candidate_id, track, courses, passed_at, ordered_at, expires_at)
                SELECT sitting_id, 2, number, candidate_id, track, courses, passed_at, ordered_at, expires_at FROM certificate_order WHERE number = ?1""")
                .setParameter(1, held).executeUpdate());
        revoke(held);
        assertTrue(ways().renewal().path().isComplete());
        assertEquals(held, ways().renewal().held().cycle());
        int next = certificate(candidate, Duration.ofDays(3 * 365));
        assertEquals(Held.State.EARLY, ways().renewal().state());
        clock.pass(Duration.ofDays(3 * 365 - 60));
        again();
        Renewal second = ways().renewal();
        assertEquals(next, second.held().cycle());
        assertEquals(MODULES, second.path().open().get(0).missing(), "three years later it is learnt again");
        assertEquals("exam.path.spentRenewal", refusal(() -> confirm(code)), "with the card of then");
        assertEquals(MODULES.size(), confirm(card()), "with a new one");
        assertTrue(ways().renewal().path().isComplete());
    }

    /** Signs in again. */
    private void again() {
        cookie = newCookie();
        DATABASE.inTransaction(em -> ExamParts.candidates(em, KEYS, clock).begin(candidate, cookie));
    }

    @Test
    void a_renewal_is_planned_on_the_short_course_only_and_not_before_it_is_served() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        var planned = at(ExamSessions.class, door -> door.one(door.plan(Submission.next(), SessionKind.RENEWAL, Track.TEACHERS, List.of(), "Hall", day)));
        assertEquals(List.of("F5"), planned.courses());
        assertEquals(SessionKind.RENEWAL, planned.kind());
        assertEquals("exam.plan.courses", refusal(() -> at(ExamSessions.class, door -> door.plan(Submission.next(), SessionKind.FULL, Track.TEACHERS, List.of("F5"), "Hall", day))));
        Courses without = new Courses() {
            @Override
            public List<CourseVersion> all() {
                return List.of(VERSION);
            }
        };
        assertEquals("exam.plan.noCourse", refusal(() -> DATABASE.inTransaction(em -> new Parts(em, Map.of(Clock.class, clock, Keys.class, KEYS,
                Courses.class, without, Acting.class, new Acting() {
                    @Override
                    public StaffId staff() {
                        return author;
                    }
                })).get(ExamSessions.class).plan(Submission.next(), SessionKind.RENEWAL, Track.TEACHERS, List.of(), "Hall", day))));
    }

    @Test
    void of_several_certificates_the_one_that_ends_last_counts_and_none_of_another_track() {
        certificate(candidate, Duration.ofDays(20));
        int last = certificate(candidate, Duration.ofDays(100));
        certificate(candidate, Duration.ofDays(50));
        assertEquals(last, ways().renewal().held().number());
        CandidateId other = another();
        int judges = certificate(other, Duration.ofDays(20));
        DATABASE.inTransaction(em -> em.createNativeQuery("UPDATE certificate_order SET track = 'TEACHERS' WHERE number = ?1").setParameter(1, judges)
                .executeUpdate());
        assertNull(ways().renewal());
    }
}
