package org.dalil.certificate.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.dalil.TestDatabase;
import org.dalil.certificate.Certificates;
import org.dalil.certificate.Verification;
import org.dalil.certificate.entity.Certificate;
import org.dalil.certificate.entity.CertificateRow;
import org.dalil.certificate.entity.Checked;
import org.dalil.certificate.entity.Checked.Outcome;
import org.dalil.certificate.entity.Ground;
import org.dalil.certificate.entity.Progress;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Track;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a passed exam to a certificate, and what is refused. */
class CertificateIT {

    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private static CertificateRoom room;

    @BeforeAll
    static void a_room() {
        room = new CertificateRoom(TestDatabase.fresh());
    }

    @BeforeEach
    void nothing_is_due() {
        while (issueNext()) {
            // what an earlier test left
        }
    }

    private static boolean issueNext() {
        return room.in(Certificates.class, Certificates::issueNext);
    }

    private static CertificateRow issued(ExamPassed passed) {
        while (issueNext()) {
            // until it was this one's turn
        }
        return rows(passed).get(0);
    }

    private static List<CertificateRow> rows(ExamPassed passed) {
        return room.in(CertificateStore.class, store -> store.of(List.of(passed.candidate()), 10));
    }

    private static CertificateRow one() {
        return issued(room.passes(CertificateRoom.SHIRIN, Track.JUDGES));
    }

    private static Certificate whole(CertificateRow row) {
        return room.in(CertificateStore.class, store -> store.get(row.id()));
    }

    private static Checked check(String shown) {
        return room.in(Verification.class, v -> v.check(shown, Optional.empty(), UUID.randomUUID().toString()));
    }

    @Test
    void whoever_guesses_is_closed_out_with_the_whole_network_and_with_nobody_else() {
        String code = "A".repeat(26);
        room.in(Verification.class, v -> {
            for (String network : List.of("2001:db8:1:2::", "::ffff:192.0.2.")) {
                for (int i = 1; i <= 10; i++) {
                    assertEquals(Outcome.UNREADABLE, v.check(code, Optional.empty(), network + i).outcome(), network + i);
                }
            }
            for (String closed : List.of("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:0db8:0001:0002::1")) {
                assertEquals("certificate.verify.wait", assertThrows(Refused.class, () -> v.check(code, Optional.empty(), closed)).key());
            }
            for (String open : List.of("2001:db8:1:3::1", "2001:db8:2:2::1", "192.0.2.1", "::ffff:192.0.2.2", "192.0.2.11")) {
                assertEquals(Outcome.UNREADABLE, v.check(code, Optional.empty(), open).outcome(), open);
            }
            return null;
        });
    }

    @Test
    void code_square_code_credential_and_paper_say_the_same() throws IOException {
        Certificate certificate = whole(one());
        String code = room.in(CertificateStore.class, store -> store.code(certificate.id()).spaced());
        byte[] paper = room.in(Certificates.class, c -> c.paper(certificate.id()));
        for (String shown : List.of(code, certificate.qr(), certificate.credential(), new String(paper, StandardCharsets.ISO_8859_1))) {
            Checked checked = room.in(Verification.class, v -> v.check(shown, Optional.of("Shirin Ahmed Hassan"), "here"));
            assertEquals(Outcome.VALID, checked.outcome());
            assertEquals(certificate.number(), checked.claim().number());
            assertEquals(Optional.of(true), checked.name());
        }
        assertEquals(Optional.of(false), room.in(Verification.class, v -> v.check(code, Optional.of("Somebody Else"), "here")).name());
        assertEquals(Outcome.UNKNOWN, check("7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ").outcome());
    }

    @Test
    void codes_cant_be_tried_one_after_the_other() {
        String code = room.in(CertificateStore.class, store -> store.code(one().id()).spaced());
        room.in(Verification.class, v -> {
            for (int i = 0; i < 10; i++) {
                v.check("7ZZZZZZZZZZZZZZZZZZZZZZZ" + (10 + i), Optional.empty(), "guesser");
            }
            assertEquals("certificate.verify.wait",
                    assertThrows(Refused.class, () -> v.check(code, Optional.empty(), "guesser")).key());
            return v.check(code, Optional.empty(), "somebody else");
        });
    }

    @Test
    void a_revoked_one_is_in_the_published_list_with_its_reason() throws Exception {
        CertificateRow kept = one();
        CertificateRow row = one();
        revoke(row, Ground.DISHONEST);
        Checked checked = check(whole(row).qr());
        assertEquals(Outcome.REVOKED, checked.outcome());
        assertEquals(Ground.DISHONEST, checked.ground());
        assertEquals("certificate.revoked.already", assertThrows(Refused.class, () -> revoke(row, Ground.ASKED)).key());
        SignedJWT list = SignedJWT.parse(room.in(Verification.class, v -> v.revoked(1)).orElseThrow());
        Map<String, Object> keys = JWKSet.parse(room.in(Verification.class, Verification::keySet)).toJSONObject();
        assertTrue(list.verify(new Ed25519Verifier(JWKSet.parse(keys).getKeyByKeyId(list.getHeader().getKeyID()).toOctetKeyPair())));
        Map<?, ?> subject = (Map<?, ?>) list.getPayload().toJSONObject().get("credentialSubject");
        assertEquals("BitstringStatusList", subject.get("type"));
        String encoded = subject.get("encodedList").toString();
        assertEquals('u', encoded.charAt(0));
        byte[] bits = new GZIPInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded.substring(1)))).readAllBytes();
        assertEquals(16 * 1024, bits.length);
        assertEquals(1, bit(bits, row.number()));
        assertEquals(0, bit(bits, kept.number()));
        Map<?, ?> status = (Map<?, ?>) SignedJWT.parse(whole(row).credential()).getPayload().toJSONObject().get("credentialStatus");
        assertEquals(String.valueOf(row.number()), status.get("statusListIndex"));
        assertEquals(Optional.empty(), room.in(Verification.class, v -> v.revoked(99)));
    }

    private static int bit(byte[] bits, int index) {
        return bits[index / 8] >> 7 - index % 8 & 1;
    }

    private static void revoke(CertificateRow row, Ground ground) {
        room.in(Certificates.class, c -> {
            c.revoke(row.id(), ground);
            return null;
        });
    }

    @Test
    void after_a_rotation_old_ones_still_hold_and_a_lost_key_is_told() throws IOException {
        CertificateRow before = one();
        String old = whole(before).keyId();
        room.in(Certificates.class, c -> {
            c.rotateKey();
            return null;
        });
        CertificateRow after = one();
        assertFalse(whole(after).keyId().equals(old));
        assertEquals(Outcome.VALID, check(whole(before).qr()).outcome());
        assertEquals(Outcome.VALID, check(whole(after).credential()).outcome());
        Path secret = room.keys.resolve("certificates").resolve(whole(after).keyId() + ".key");
        byte[] kept = Files.readAllBytes(secret);
        Files.delete(secret);
        ExamPassed passed = room.passes(CertificateRoom.SHIRIN, Track.JUDGES);
        while (issueNext()) {
            // it can't be issued
        }
        Progress progress = room.in(Certificates.class, Certificates::progress);
        assertEquals("certificate.key.lost", progress.problem());
        assertEquals(0, rows(passed).size());
        Files.write(secret, kept);
        room.in(Certificates.class, c -> {
            c.retry();
            return null;
        });
        assertEquals(Outcome.VALID, check(whole(issued(passed)).qr()).outcome());
    }

    @Test
    void none_is_issued_twice_however_often_it_is_told_and_whoever_issues() throws Exception {
        List<ExamPassed> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(room.passes(CertificateRoom.SHIRIN, Track.TEACHERS));
        }
        all.forEach(room::tell);
        var workers = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> worker = () -> {
                int count = 0;
                while (issueNext()) {
                    count++;
                }
                return count;
            };
            int count = 0;
            for (Future<Integer> done : workers.invokeAll(List.of(worker, worker, worker, worker))) {
                count += done.get();
            }
            assertEquals(12, count);
        } finally {
            workers.shutdown();
        }
        for (ExamPassed passed : all) {
            assertEquals(1, rows(passed).size());
        }
    }

    @Test
    void a_crash_in_the_middle_leaves_the_order_and_nothing_else() {
        ExamPassed passed = room.passes(CertificateRoom.SHIRIN, Track.LAWYERS);
        assertThrows(IllegalStateException.class, () -> room.in(Certificates.class, c -> {
            c.issueNext();
            throw new IllegalStateException("the power fails before the commit");
        }));
        assertEquals(0, rows(passed).size());
        CertificateRow row = issued(passed);
        assertEquals(1, rows(passed).size());
        assertEquals(Outcome.VALID, check(whole(row).qr()).outcome());
    }

    @Test
    void one_that_breaks_off_does_not_hold_up_those_behind_it() {
        ExamPassed first = room.passes(CertificateRoom.SHIRIN, Track.JUDGES);
        ExamPassed second = room.passes(CertificateRoom.SHIRIN, Track.JUDGES);
        room.in(Certificates.class, c -> {
            c.setAside();
            return null;
        });
        assertEquals(1, List.of(issued(second)).size());
        assertEquals(0, rows(first).size());
        assertEquals("certificate.problem.ours", room.in(Certificates.class, Certificates::progress).problem());
        room.in(Certificates.class, c -> {
            c.retry();
            return null;
        });
        issued(first);
    }

    @Test
    void another_is_issued_in_the_place_of_a_wrong_one() {
        ExamPassed passed = room.passes(CertificateRoom.SHIRIN, Track.JUDGES);
        CertificateRow wrong = issued(passed);
        room.in(Certificates.class, c -> {
            c.reissue(wrong.id());
            return null;
        });
        assertThrows(Refused.class, () -> room.in(Certificates.class, c -> {
            c.reissue(wrong.id());
            return null;
        }), "a second press");
        CertificateRow right = issued(passed);
        assertEquals(2, rows(passed).size());
        assertEquals(Ground.REPLACED, check(whole(wrong).qr()).ground());
        assertEquals(Outcome.VALID, check(whole(right).qr()).outcome());
    }

    @Test
    void time_goes_by() {
        CertificateRow row = one();
        String qr = whole(row).qr();
        var now = room.clock.now;
        try {
            room.clock.now = row.expires().minus(Duration.ofDays(30));
            assertEquals(CertificateRow.State.ENDING, row.state(room.clock.now, BAGHDAD));
            assertTrue(row.isToRenew(room.clock.now, BAGHDAD));
            room.clock.now = row.expires().plusSeconds(1);
            assertEquals(Outcome.EXPIRED, check(qr).outcome());
            room.clock.now = row.issued().minus(Duration.ofDays(1));
            assertEquals(Outcome.FUTURE, check(qr).outcome());
        } finally {
            room.clock.now = now;
        }
    }

    @Test
    void no_name_lies_open_in_the_database_or_in_the_trail() {
        CertificateRow row = one();
        byte[] sealed = whole(row).paper();
        String all = new String(sealed, StandardCharsets.ISO_8859_1) + whole(row).credential() + whole(row).qr();
        assertFalse(all.contains("Shirin") || all.contains("%PDF"));
        List<?> trail = room.database.resultOf(em -> em.createNativeQuery("SELECT CONCAT(act, subject, detail) FROM audit_event").getResultList());
        assertFalse(trail.toString().contains("Shirin"));
        assertTrue(trail.stream().anyMatch(line -> line.toString().startsWith("certificate.issue" + row.id())));
        byte[] opened = room.in(Certificates.class, c -> c.paper(row.id()));
        assertTrue(new String(opened, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    }

    @Test
    void an_exam_on_a_part_of_the_track_orders_no_certificate() {
        ExamPassed part = new ExamPassed(room.candidate(CertificateRoom.SHIRIN, Track.TEACHERS), Track.TEACHERS, List.of("F1"), room.clock.now,
                UUID.randomUUID());
        room.tell(part);
        assertEquals(List.of(), room.database.resultOf(em -> em.createNativeQuery("SELECT number FROM certificate_order WHERE sitting_id = ?1")
                .setParameter(1, part.sittingId().toString()).getResultList()));
    }
}
