package org.dalil.certificate.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dalil.TestDatabase;
import org.dalil.certificate.Certificates;
import org.dalil.certificate.Verification;
import org.dalil.certificate.entity.Certificate;
import org.dalil.certificate.entity.CertificateRow;
import org.dalil.certificate.entity.Checked;
import org.dalil.certificate.entity.Checked.Outcome;
import org.dalil.certificate.entity.Ground;
import org.dalil.certificate.entity.ToRenew;
import org.dalil.certificate.entity.Which;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Track;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is ordered and issued when a renewal is passed, on a real database, and what a stranger is told of the old and the new one. */
class RenewedIT {

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

    /** Somebody who passed on the whole way, and their certificate. */
    private static CertificateRow holder() {
        ExamPassed passed = room.passes(CertificateRoom.SHIRIN, Track.JUDGES);
        issueAll();
        return rows(passed.candidate()).get(0);
    }

    /** The newest first. */
    private static List<CertificateRow> rows(CandidateId holder) {
        return room.in(CertificateStore.class, store -> store.of(List.of(holder), 20));
    }

    private static ExamPassed renews(CertificateRow old, Instant sat, Instant passed) {
        return new ExamPassed(old.candidate(), old.track(), List.of("F5"), passed, UUID.randomUUID(), new ExamPassed.Renewed(old.number(), sat));
    }

    private static CertificateRow renewed(CertificateRow old, Instant sat) {
        room.clock.now = sat;
        room.tell(renews(old, sat, sat));
        issueAll();
        return rows(old.candidate()).get(0);
    }

    private static Certificate whole(CertificateRow row) {
        return room.in(CertificateStore.class, store -> store.get(row.id()));
    }

    private static Checked check(CertificateRow row) {
        return room.in(Verification.class, v -> v.check(whole(row).qr(), Optional.empty(), UUID.randomUUID().toString()));
    }

    private static void reissue(CertificateRow row) {
        room.in(Certificates.class, c -> {
            c.reissue(row.id());
            return null;
        });
        issueAll();
    }

    private static void revoke(CertificateRow row, Ground ground) {
        room.in(Certificates.class, c -> {
            c.revoke(row.id(), ground);
            return null;
        });
    }

    @Test
    void whoever_renews_in_time_has_three_years_after_the_old_end_and_the_old_one_stays_valid() {
        for (Instant sat : List.of(END.minus(Duration.ofDays(120)), END.minus(Duration.ofHours(12)), END)) {
            room.clock.now = FIRST;
            CertificateRow old = holder();
            assertEquals(END, old.expires());
            CertificateRow renewed = renewed(old, sat);
            assertEquals(Instant.parse("2032-11-28T20:59:59Z"), renewed.expires(), "renewed at " + sat);
            assertEquals(Outcome.VALID, check(old).outcome());
            assertTrue(check(old).renewed());
            assertNull(check(old).ground());
            assertEquals(Outcome.VALID, check(renewed).outcome());
            assertFalse(check(renewed).renewed());
            assertTrue(renewed.latest());
            assertFalse(rows(old.candidate()).get(1).latest());
        }
    }

    @Test
    void whoever_renews_a_second_late_begins_anew() {
        CertificateRow old = holder();
        CertificateRow renewed = renewed(old, END.plusSeconds(1));
        assertEquals(Instant.parse("2032-11-29T20:59:59Z"), renewed.expires());
        assertEquals(Outcome.EXPIRED, check(old).outcome());
        assertTrue(check(old).renewed());
    }

    @Test
    void who_sat_in_time_loses_nothing_by_a_later_decision() {
        CertificateRow old = holder();
        Instant later = END.plus(Duration.ofDays(70));
        room.clock.now = later;
        room.tell(renews(old, END.minusSeconds(60), later));
        issueAll();
        assertEquals(Instant.parse("2032-11-28T20:59:59Z"), rows(old.candidate()).get(0).expires());
    }

    @Test
    void a_renewal_that_is_passed_twice_or_told_twice_is_ordered_once() {
        CertificateRow old = holder();
        Instant sat = END.minus(Duration.ofDays(10));
        ExamPassed passed = renews(old, sat, sat);
        room.tell(passed);
        room.tell(passed);
        room.tell(renews(old, sat.plusSeconds(60), sat.plusSeconds(60)));
        room.tell(renews(old, END.plus(Duration.ofDays(9)), END.plus(Duration.ofDays(9))));
        issueAll();
        assertEquals(2, rows(old.candidate()).size());
    }

    @Test
    void two_exams_that_are_passed_at_once_order_one_and_a_whole_hall_does_not_stand_in_its_own_way() throws Exception {
        List<CertificateRow> old = IntStream.range(0, 24).mapToObj(n -> holder()).toList();
        Instant sat = END.minus(Duration.ofDays(10));
        room.clock.now = sat;
        List<Callable<Void>> all = new ArrayList<>();
        for (int twice = 0; twice < 2; twice++) {
            old.forEach(one -> all.add(() -> {
                room.tell(renews(one, sat, sat));
                return null;
            }));
        }
        var workers = Executors.newFixedThreadPool(8);
        try {
            for (Future<Void> done : workers.invokeAll(all)) {
                done.get();
            }
        } finally {
            workers.shutdown();
        }
        issueAll();
        old.forEach(one -> assertEquals(2, rows(one.candidate()).size()));
    }

    @Test
    void two_markings_that_both_began_before_either_was_done_order_one() throws Exception {
        CertificateRow old = holder();
        Instant sat = END.minus(Duration.ofDays(10));
        room.clock.now = sat;
        CyclicBarrier both = new CyclicBarrier(2);
        Callable<Void> marking = () -> room.in(PassedObserver.class, observer -> {
            // From here on this transaction reads the database as it is now.
            observer.orders.progress();
            try {
                both.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            observer.passed(renews(old, sat, sat));
            return null;
        });
        var workers = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> done : workers.invokeAll(List.of(marking, marking))) {
                done.get();
            }
        } finally {
            workers.shutdown();
        }
        issueAll();
        assertEquals(2, rows(old.candidate()).size());
    }

    @Test
    void what_was_revoked_meanwhile_is_not_renewed_and_what_was_issued_again_is() {
        CertificateRow dishonest = holder();
        revoke(dishonest, Ground.DISHONEST);
        renewed(dishonest, END.minus(Duration.ofDays(5)));
        assertEquals(1, rows(dishonest.candidate()).size());
        room.clock.now = FIRST;
        CertificateRow misspelled = holder();
        reissue(misspelled);
        CertificateRow spelled = rows(misspelled.candidate()).get(0);
        assertEquals(misspelled.expires(), spelled.expires());
        CertificateRow renewed = renewed(misspelled, END.minus(Duration.ofDays(5)));
        assertEquals(3, rows(misspelled.candidate()).size());
        assertTrue(check(spelled).renewed(), "the one that is in its place is what was renewed");
        reissue(renewed);
        CertificateRow again = rows(misspelled.candidate()).get(0);
        assertEquals(renewed.expires(), again.expires(), "issued again it ends on the same day");
        assertTrue(check(spelled).renewed());
        assertEquals(Outcome.VALID, check(again).outcome());
    }

    @Test
    void a_renewal_that_should_not_have_been_can_be_passed_again() {
        CertificateRow old = holder();
        CertificateRow wrong = renewed(old, END.minus(Duration.ofDays(100)));
        revoke(wrong, Ground.MISTAKE);
        assertFalse(check(old).renewed(), "the later one does not hold");
        assertTrue(rows(old.candidate()).get(1).latest(), "the old one is what the holder has");
        CertificateRow right = renewed(old, END.minus(Duration.ofDays(50)));
        assertEquals(3, rows(old.candidate()).size());
        assertEquals(Instant.parse("2032-11-28T20:59:59Z"), right.expires());
    }

    @Test
    void paper_and_credential_say_when_it_was_first_passed_also_after_a_second_renewal() throws Exception {
        CertificateRow once = renewed(holder(), END.minus(Duration.ofDays(20)));
        CertificateRow twice = renewed(once, once.expires().minus(Duration.ofDays(20)));
        assertEquals(Instant.parse("2035-11-28T20:59:59Z"), twice.expires());
        byte[] paper = room.in(Certificates.class, c -> c.paper(twice.id()));
        try (PDDocument document = Loader.loadPDF(paper)) {
            String read = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(read.contains("passed the exam on 28 November 2026, renewed on 8 November 2032:"), read);
        }
        Map<?, ?> subject = (Map<?, ?>) SignedJWT.parse(whole(twice).credential()).getPayload().toJSONObject().get("credentialSubject");
        assertEquals("Renewed by a short course and a supervised exam. First passed on 2026-11-28, renewed on 2032-11-08.", subject.get("narrative"));
        CertificateRow first = rows(twice.candidate()).get(2);
        assertFalse(((Map<?, ?>) SignedJWT.parse(whole(first).credential()).getPayload().toJSONObject().get("credentialSubject")).containsKey("narrative"));
        assertEquals(whole(first).qr().length(), whole(twice).qr().length(), "the square code holds what it held: checkers that are out there read it");
        assertTrue(new String(paper, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    }

    @Test
    void a_certifier_sees_who_has_to_renew_and_who_did_not_by_track_and_end() {
        CertificateRow soon = holder();
        CertificateRow done = holder();
        renewed(done, END.minus(Duration.ofDays(80)));
        room.clock.now = END.minus(Duration.ofDays(100));
        assertEquals(List.of(), shown(Which.ENDING, soon, done));
        room.clock.now = END.minus(Duration.ofDays(80));
        assertEquals(List.of(soon.number()), shown(Which.ENDING, soon, done));
        assertEquals(List.of(), shown(Which.ENDED, soon, done));
        room.clock.now = END.plusSeconds(1);
        assertEquals(List.of(), shown(Which.ENDING, soon, done));
        assertEquals(List.of(soon.number()), shown(Which.ENDED, soon, done));
        room.clock.now = END.plus(Duration.ofDays(366));
        assertEquals(List.of(soon.number()), shown(Which.ENDED, soon, done), "on the last day, and the day after it");
        room.clock.now = END.plus(Duration.ofDays(367));
        assertEquals(List.of(), shown(Which.ENDED, soon, done), "who can't renew any more hides nobody who can");
    }

    @Test
    void more_than_a_list_shows_are_counted_and_the_first_to_end_are_shown() {
        room.clock.now = Instant.parse("2040-03-01T10:00:00Z");
        CertificateRow one = holder();
        room.database.inTransaction(em -> {
            // So many rows are made here; what their paper says is another test's matter.
            for (int n = 1; n <= Certificates.SHOWN; n++) {
                CandidateId holder = room.candidate(CertificateRoom.SHIRIN, n % 2 == 0 ? Track.JUDGES : Track.TEACHERS);
                String sitting = UUID.randomUUID().toString();
                em.createNativeQuery("""
                        INSERT INTO certificate_order (sitting_id, edition, candidate_id, track, courses, passed_at, ordered_at, expires_at, done_at)
                        SELECT ?1, 1, ?2, ?3, courses, passed_at, ordered_at, expires_at - INTERVAL ?4 HOUR, done_at FROM certificate_order
                         WHERE number = ?5""").setParameter(1, sitting).setParameter(2, holder.toString())
                        .setParameter(3, n % 2 == 0 ? "JUDGES" : "TEACHERS").setParameter(4, n).setParameter(5, one.number()).executeUpdate();
                em.createNativeQuery("""
                        INSERT INTO certificate (id, number, candidate_id, track, issued_at, expires_at, key_id, code_mac, qr, credential, paper, paper_key)
                        SELECT UUID(), o.number, o.candidate_id, o.track, c.issued_at, o.expires_at, c.key_id, LPAD(o.number, 32, '0'), c.qr, '', '', 1
                          FROM certificate_order o JOIN certificate c ON c.number = ?2 WHERE o.sitting_id = ?1""").setParameter(1, sitting)
                        .setParameter(2, one.number()).executeUpdate();
            }
        });
        room.clock.now = one.expires().minus(Duration.ofDays(80));
        List<ToRenew> all = room.in(Certificates.class, c -> c.toRenew(Which.ENDING));
        assertEquals(Certificates.SHOWN, all.size());
        assertEquals(Certificates.SHOWN + 1L, room.<Certificates, Long>in(Certificates.class, c -> c.countToRenew(Which.ENDING)).longValue());
        assertEquals(all.stream().map(r -> r.certificate().expires()).sorted().toList(), all.stream().map(r -> r.certificate().expires()).toList());
        assertTrue(all.stream().noneMatch(r -> r.certificate().number() == one.number()), "the last to end is the one that is not shown");
    }

    private static List<Integer> shown(Which which, CertificateRow... among) {
        List<ToRenew> all = room.in(Certificates.class, c -> c.toRenew(which));
        assertEquals(all.stream().map(r -> r.certificate().expires()).sorted().toList(), all.stream().map(r -> r.certificate().expires()).toList());
        all.forEach(r -> assertEquals(r.certificate().number(), r.renewal().held().number()));
        return all.stream().map(r -> r.certificate().number()).filter(n -> List.of(among).stream().anyMatch(a -> a.number() == n)).toList();
    }
}
