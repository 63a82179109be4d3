package org.dalil.certificate.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.TestDatabase;
import org.dalil.certificate.Certificates;
import org.dalil.certificate.Verification;
import org.dalil.certificate.entity.Certificate;
import org.dalil.certificate.entity.Checked.Outcome;
import org.dalil.certificate.entity.Claim;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Track;
import org.dalil.platform.entity.CannotStart;
import org.dalil.platform.entity.DatabaseReady;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The start, and what people still can do, when keys of certificates are lost. */
class CertificateKeysIT {

    private CertificateRoom room;

    @BeforeEach
    void a_room() {
        room = new CertificateRoom(TestDatabase.fresh());
    }

    private Certificate issued() {
        ExamPassed passed = room.passes(CertificateRoom.SHIRIN, Track.JUDGES);
        while (room.in(Certificates.class, Certificates::issueNext)) {
            // until it was this one's turn
        }
        return room.in(CertificateStore.class, store -> store.get(store.of(List.of(passed.candidate()), 1).get(0).id()));
    }

    private Outcome check(String shown) {
        return room.in(Verification.class, v -> v.check(shown, Optional.empty(), UUID.randomUUID().toString())).outcome();
    }

    /** As at the start: the check, and then what can be made anew. */
    private void start() {
        room.in(CertificateKeys.class, keys -> {
            keys.check(new DatabaseReady());
            return null;
        });
        room.in(Certificates.class, certificates -> {
            certificates.recover();
            return null;
        });
    }

    private static String typed(Certificate certificate) {
        return Claim.read(certificate.qr()).orElseThrow().claim().code().spaced();
    }

    /** What is signed is looked for by its number: "never issued" would call its holder a forger. */
    @Test
    void with_the_keys_of_codes_lost_square_codes_hold_and_typed_codes_are_found_again_after_a_start() throws IOException {
        Certificate first = issued();
        Certificate second = issued();
        assertEquals(Outcome.VALID, check(typed(first)));
        Files.delete(room.keys.resolve("certificate-lookup-1.key"));
        Files.delete(room.keys.resolve("certificate-code-1.key"));
        assertEquals(Outcome.UNKNOWN, check(typed(first)), "before the start");
        assertEquals(Outcome.VALID, check(first.qr()));
        assertEquals(Outcome.VALID, check(first.credential()));
        start();
        for (Certificate each : List.of(first, second, issued())) {
            assertEquals(Outcome.VALID, check(typed(each)));
            assertEquals(Outcome.VALID, check(each.qr()));
        }
        long lines = lines("certificate.index");
        start();
        assertEquals(1, lines, "it stands in the trail");
        assertEquals(lines, lines("certificate.index"), "once");
    }

    private long lines(String act) {
        return room.database.resultOf(em -> ((Number) em.createNativeQuery("SELECT COUNT(*) FROM audit_event WHERE act = ?1")
                .setParameter(1, act).getSingleResult()).longValue());
    }

    @Test
    void a_lost_key_that_signs_stops_the_start_and_another_signs_once_that_is_accepted() throws IOException {
        assertDoesNotThrow(this::start, "with nothing signed there is nothing to lose");
        Certificate before = issued();
        assertDoesNotThrow(this::start);
        Path file = room.keys.resolve("certificates").resolve(before.keyId() + ".key");
        byte[] kept = Files.readAllBytes(file);
        Files.delete(file);
        CannotStart lost = assertThrows(CannotStart.class, this::start);
        assertTrue(lost.getMessage().contains(before.keyId() + ".key, is not in " + room.keys)
                && lost.getMessage().contains("DALIL_LOST_SIGNING=accepted"), lost.getMessage());
        Files.writeString(file, "nonsense");
        assertTrue(assertThrows(CannotStart.class, this::start).getMessage().contains("is another than the one in"));
        room.settings.put("DALIL_LOST_SIGNING", "accepted");
        start();
        Certificate after = issued();
        assertNotEquals(before.keyId(), after.keyId());
        assertEquals(Outcome.VALID, check(before.qr()), "what was signed before can be checked as before");
        assertEquals(Outcome.VALID, check(after.qr()));
        assertEquals(1, lines("certificate.key"), "it stands in the trail");
        room.settings.clear();
        Files.write(file, kept);
        assertDoesNotThrow(this::start, "the old one was found and lies beside it");
        assertEquals(after.keyId(), issued().keyId());
    }

    /** A variable that was left set after the first loss hides no other. */
    @Test
    void the_loss_of_the_key_that_signs_in_place_of_a_lost_one_is_a_loss_of_its_own() throws IOException {
        lose(issued());
        room.settings.put("DALIL_LOST_SIGNING", "accepted");
        start();
        start();
        room.in(Certificates.class, certificates -> {
            certificates.rotateKey();
            return null;
        });
        Certificate second = issued();
        lose(second);
        CannotStart again = assertThrows(CannotStart.class, this::start);
        assertTrue(again.getMessage().contains(second.keyId() + ".key, is not in") && again.getMessage().contains("DALIL_LOST_SIGNING=accepted-2"),
                again.getMessage());
        assertEquals(2, lines("certificate.key"), "no other key was made");
        room.settings.put("DALIL_LOST_SIGNING", "accepted-2");
        start();
        Certificate third = issued();
        assertNotEquals(second.keyId(), third.keyId());
        lose(third);
        assertTrue(assertThrows(CannotStart.class, this::start).getMessage().contains("DALIL_LOST_SIGNING=accepted-3"));
    }

    private void lose(Certificate signed) throws IOException {
        Files.delete(room.keys.resolve("certificates").resolve(signed.keyId() + ".key"));
    }
}
