package org.dalil.certificate.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.dalil.TestDatabase;
import org.dalil.certificate.Certificates;
import org.dalil.certificate.entity.CertificateRow;
import org.dalil.certificate.entity.Ground;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Track;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of renewals when the certificate that they renew is revoked or issued again, and of old exams that become a pass. */
class RevokedRenewalIT {

    private static final Instant FIRST = Instant.parse("2026-11-28T10:00:00Z");
    private static final Instant END = Instant.parse("2029-11-28T20:59:59Z");

    private static CertificateRoom room;

    @BeforeAll
    static void a_room() {
        room = new CertificateRoom(TestDatabase.fresh());
    }

    @BeforeEach
    void three_years_before() {
        room.clock.now = FIRST;
    }

    private static void issueAll() {
        while (room.in(Certificates.class, Certificates::issueNext)) {
            // until nothing is due
        }
    }

    private static CertificateRow holder() {
        ExamPassed passed = room.passes(CertificateRoom.SHIRIN, Track.JUDGES);
        issueAll();
        return rows(passed.candidate()).get(0);
    }

    /** The newest first. */
    private static List<CertificateRow> rows(CandidateId holder) {
        return room.in(CertificateStore.class, store -> store.of(List.of(holder), 20));
    }

    private static ExamPassed renews(CertificateRow old, Instant sat) {
        return new ExamPassed(old.candidate(), old.track(), List.of("F5"), sat, UUID.randomUUID(), new ExamPassed.Renewed(old.number(), sat));
    }

    private static CertificateRow renewed(CertificateRow old) {
        room.clock.now = old.expires().minus(Duration.ofDays(20));
        room.tell(renews(old, room.clock.now));
        issueAll();
        return rows(old.candidate()).get(0);
    }

    private static void reissue(CertificateRow row) {
        room.in(Certificates.class, c -> {
            c.reissue(row.id());
            return null;
        });
        issueAll();
    }

    private static int revoke(CertificateRow row, Ground ground) {
        return room.in(Certificates.class, c -> c.revoke(row.id(), ground));
    }

    private static List<Ground> grounds(CertificateRow one) {
        return rows(one.candidate()).stream().sorted(Comparator.comparing(CertificateRow::number)).map(CertificateRow::ground).toList();
    }

    private static long lines(String act, String subject) {
        return room.database.resultOf(em -> ((Number) em.createNativeQuery("SELECT COUNT(*) FROM audit_event WHERE act = ?1 AND subject = ?2")
                .setParameter(1, act).setParameter(2, subject).getSingleResult()).longValue());
    }

    @Test
    void who_should_not_have_had_it_loses_every_renewal_of_it_and_each_stands_in_the_trail() {
        CertificateRow first = holder();
        CertificateRow second = renewed(first);
        reissue(second);
        CertificateRow third = renewed(second);
        assertTrue(room.database.<String>resultOf(em -> (String) em.createNativeQuery("SELECT detail FROM audit_event WHERE act = 'certificate.issue' AND subject = ?1")
                .setParameter(1, third.id().toString()).getSingleResult()).endsWith(" until " + third.expires() + " renews " + second.number()));
        assertEquals(2, revoke(first, Ground.DISHONEST), "the second edition of the second and the third");
        assertEquals(List.of(Ground.DISHONEST, Ground.REPLACED, Ground.DISHONEST, Ground.DISHONEST), grounds(first));
        assertEquals(1, lines("certificate.revoke", first.id().toString()));
        assertEquals(1, lines("certificate.revoke", third.id().toString()));
        assertEquals("certificate.revoked.already", assertThrows(Refused.class, () -> revoke(third, Ground.MISTAKE)).key());
    }

    @Test
    void a_holder_who_gives_one_back_keeps_its_renewal_and_a_renewal_falls_without_what_it_renews() {
        CertificateRow first = holder();
        CertificateRow second = renewed(first);
        assertEquals(0, revoke(first, Ground.ASKED));
        assertTrue(rows(first.candidate()).get(0).latest());
        assertEquals(0, revoke(second, Ground.MISTAKE));
        CertificateRow other = holder();
        CertificateRow wrong = renewed(other);
        assertEquals(0, revoke(wrong, Ground.RESULT));
        assertEquals(Arrays.asList(null, Ground.RESULT), grounds(other));
    }

    @Test
    void a_renewal_that_is_passed_and_not_made_yet_is_revoked_with_it() {
        CertificateRow first = holder();
        room.clock.now = END.minus(Duration.ofDays(20));
        room.tell(renews(first, room.clock.now));
        assertEquals(1, revoke(first, Ground.RESULT));
        issueAll();
        assertEquals(List.of(Ground.RESULT, Ground.RESULT), grounds(first));
    }

    @Test
    void a_revocation_that_began_before_a_renewal_was_handed_in_sees_it() {
        CertificateRow first = holder();
        room.clock.now = END.minus(Duration.ofDays(20));
        int with = room.in(Certificates.class, c -> {
            // From here on this transaction reads the database as it is now.
            c.progress();
            room.tell(renews(first, room.clock.now));
            return c.revoke(first.id(), Ground.DISHONEST);
        });
        assertEquals(1, with);
    }

    @Test
    void a_renewal_whose_handing_in_began_before_the_revocation_orders_nothing() {
        CertificateRow first = holder();
        room.clock.now = END.minus(Duration.ofDays(20));
        ExamPassed renewal = renews(first, room.clock.now);
        room.in(PassedObserver.class, observer -> {
            observer.orders.progress();
            revoke(first, Ground.DISHONEST);
            observer.passed(renewal);
            return null;
        });
        issueAll();
        assertEquals(List.of(Ground.DISHONEST), grounds(first));
        assertEquals(1, lines("certificate-order.none", renewal.sittingId().toString()));
    }

    @Test
    void what_was_renewed_can_be_issued_again_and_what_was_issued_again_cannot() {
        CertificateRow first = holder();
        CertificateRow second = renewed(first);
        reissue(first);
        CertificateRow spelled = rows(first.candidate()).get(0);
        assertEquals(first.expires(), spelled.expires());
        assertEquals(Arrays.asList(Ground.REPLACED, null, null), grounds(first));
        assertEquals("certificate.reissue.later", assertThrows(Refused.class, () -> reissue(first)).key());
        assertTrue(rows(first.candidate()).get(1).latest(), "the renewal is what they have, as before");
        assertEquals(second.number(), rows(first.candidate()).get(1).number());
    }

    @Test
    void an_old_exam_that_becomes_a_pass_gives_no_second_certificate_to_who_passed_a_later_one() {
        CertificateRow held = holder();
        room.clock.now = FIRST.plus(Duration.ofDays(60));
        ExamPassed old = new ExamPassed(held.candidate(), Track.JUDGES, Track.JUDGES.courses(), FIRST.minus(Duration.ofDays(40)), UUID.randomUUID());
        room.tell(old);
        issueAll();
        assertEquals(1, rows(held.candidate()).size());
        assertEquals(1, lines("certificate-order.none", old.sittingId().toString()));
        revoke(held, Ground.MISTAKE);
        room.tell(old);
        issueAll();
        assertEquals(2, rows(held.candidate()).size(), "without a later one it is what they have");
        assertEquals(Instant.parse("2029-10-19T20:59:59Z"), rows(held.candidate()).get(0).expires(), "three years from the exam");
    }
}
