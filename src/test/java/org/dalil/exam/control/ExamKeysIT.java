package org.dalil.exam.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.Authenticator;
import org.dalil.Parts;
import org.dalil.TestDatabase;
import org.dalil.account.FactorChecks;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.StaffId;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.LostKeys.Need;
import org.dalil.platform.entity.CannotStart;
import org.dalil.platform.entity.DatabaseReady;
import org.dalil.platform.entity.NewId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start, with the key of names in its place, lost, or another one. */
class ExamKeysIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    private static Parts parts(EntityManager em, Path keys, String setting) {
        return new Parts(em, Map.of(Clock.class, Clock.systemUTC(), Installation.class, new Installation() {
            @Override
            public Path keys() {
                return keys;
            }

            @Override
            public Optional<String> setting(String name) {
                return Optional.ofNullable(name.equals(ExamKeys.SETTING) ? setting : null);
            }
        }));
    }

    private static void start(Path keys, String setting) {
        DATABASE.inTransaction(em -> parts(em, keys, setting).get(ExamKeys.class).check(new DatabaseReady()));
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static void add(Path keys) {
        DATABASE.inTransaction(em -> {
            UUID staff = NewId.next();
            em.createNativeQuery("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) "
                    + "VALUES (?1, ?2, 'x', 0, 0, NOW(3), 1)").setParameter(1, staff.toString()).setParameter(2, "s" + staff).executeUpdate();
            parts(em, keys, null).get(CandidateStore.class).add(new Candidate(Track.JUDGES, 0, new StaffId(staff), Instant.now()),
                    new Person(new Spellings("", "", "Hevin Sat"), "", ""));
        });
    }

    @Test
    void a_lost_key_stops_the_start_with_one_sentence_and_none_is_made_in_its_place() throws IOException {
        assertDoesNotThrow(() -> start(second, null), "with nobody in the database there is nothing to lose");
        assertEquals(List.of(), files(second));
        add(first);
        assertDoesNotThrow(() -> start(first, null));
        CannotStart lost = assertThrows(CannotStart.class, () -> start(second, null));
        assertTrue(lost.getMessage().contains("candidate-person-1.key") && lost.getMessage().contains(second.toString())
                && lost.getMessage().contains("DALIL_LOST_NAMES=accepted"), lost.getMessage());
        assertEquals(List.of(), files(second), "no other key was made");
        Files.writeString(second.resolve("candidate-person-1.key"), "A".repeat(43));
        assertThrows(CannotStart.class, () -> start(second, null), "nor does another key do");
        assertDoesNotThrow(() -> start(second, "accepted"), "who has no copy goes on, knowing it");
        assertThrows(CannotStart.class, () -> start(second, "yes"), "only by the word that the sentence says");
        assertTrue(files(second).containsAll(List.of("candidate-person-2.key", "candidate-index-2.key")), "a new one beside the old one's place");
        DATABASE.inTransaction(em -> assertTrue(parts(em, second, null).get(CandidateStore.class).isKeyThere()));
        add(second);
        DATABASE.inTransaction(em -> {
            CandidateStore store = parts(em, second, null).get(CandidateStore.class);
            List<Candidate> all = store.newest(10);
            People people = parts(em, second, null).get(People.class);
            assertEquals(List.of(true, false), all.stream().map(c -> people.open(c.id(), c.sealed(), c.keyVersion()).isPresent()).toList());
            assertEquals(List.of(all.get(0).id()), store.named("Hevin", 10).stream().map(Candidate::id).toList());
        });
        Files.copy(first.resolve("candidate-person-1.key"), second.resolve("candidate-person-1.key"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertDoesNotThrow(() -> start(second, null), "put back from its copy");
        DATABASE.inTransaction(em -> {
            CandidateStore store = parts(em, second, null).get(CandidateStore.class);
            assertFalse(store.isIndexed(), "the old name is not found under the new key");
            store.indexAll();
            assertEquals(2, store.named("Hevin", 10).size(), "until all are indexed anew");
        });
        Files.delete(second.resolve("candidate-index-2.key"));
        CannotStart index = assertThrows(CannotStart.class, () -> start(second, null));
        assertTrue(index.getMessage().contains("candidate-index-1.key"), index.getMessage());
        DATABASE.inTransaction(em -> em.createNativeQuery("DELETE FROM candidate_term").executeUpdate());
        DATABASE.inTransaction(em -> em.createNativeQuery("DELETE FROM candidate").executeUpdate());
    }

    @Test
    void a_lost_key_of_a_candidates_app_stops_the_start_as_that_of_staff_does() throws IOException {
        add(first);
        DATABASE.inTransaction(em -> {
            Parts parts = parts(em, first, null);
            CandidateId id = parts.get(CandidateStore.class).newest(1).get(0).id();
            FactorChecks checks = parts.get(FactorChecks.class);
            String owner = CandidateFactorStore.owner(id);
            FactorOffer offer = checks.offer(owner, "x");
            parts.get(CandidateFactorStore.class).add(id, checks.confirm(owner, offer.sealed(), Authenticator.code(offer.text(), Instant.now())));
        });
        assertDoesNotThrow(() -> start(first, null));
        Path key = first.resolve("staff-totp-1.key");
        byte[] kept = Files.readAllBytes(key);
        Files.writeString(key, "A".repeat(43));
        CannotStart lost = assertThrows(CannotStart.class, () -> start(first, null));
        assertTrue(lost.getMessage().contains("staff-totp-1.key, is another than the one in " + first)
                && lost.getMessage().contains("DALIL_LOST_APPS=accepted"), lost.getMessage());
        Files.delete(key);
        assertThrows(CannotStart.class, () -> start(first, null));
        assertFalse(Files.exists(key), "no other key was made");
        Files.write(key, kept);
        assertDoesNotThrow(() -> start(first, null));
        DATABASE.inTransaction(em -> em.createNativeQuery("DELETE FROM candidate_term").executeUpdate());
        DATABASE.inTransaction(em -> em.createNativeQuery("DELETE FROM candidate").executeUpdate());
    }

    @Test
    void what_is_opened_or_looked_up_makes_no_key() throws IOException {
        DATABASE.inTransaction(em -> {
            Parts parts = parts(em, second, null);
            CandidateStore store = parts.get(CandidateStore.class);
            store.named("Nobody", 10);
            store.isKnown(new Person(new Spellings("", "", "Nobody"), "", ""));
            assertTrue(store.isKeyThere());
            assertEquals(Optional.empty(), parts.get(org.dalil.platform.control.Sealing.class).open("exam-bank", 1, new byte[64], "x"));
        });
        assertEquals(List.of(), files(second));
    }

    @Test
    void a_lost_key_of_anything_is_named_and_replaced_only_by_who_accepts_it() throws IOException {
        DATABASE.inTransaction(em -> {
            org.dalil.platform.control.LostKeys lost = parts(em, second, null).get(org.dalil.platform.control.LostKeys.class);
            CannotStart e = assertThrows(CannotStart.class, () -> lost.check("exam-bank", new Need("Items", "none can be asked", "DALIL_LOST_ITEMS"),
                    List.of(1), v -> true));
            assertEquals("Items lie in the database, and the key that they need, exam-bank-1.key, is not in " + second + ": put it there from "
                    + "its copy and start again, or, if there is no copy, set DALIL_LOST_ITEMS=accepted to go on, knowing that none can be "
                    + "asked.", e.getMessage());
            parts(em, second, "accepted").get(org.dalil.platform.control.LostKeys.class)
                    .check("certificate-paper", new Need("Papers", "none can be printed", ExamKeys.SETTING), List.of(1), v -> true);
            lost.check("certificate-paper", new Need("Papers", "none can be printed", "DALIL_LOST_PAPERS"), List.of(2), v -> true);
            CannotStart later = assertThrows(CannotStart.class, () -> parts(em, second, "accepted").get(org.dalil.platform.control.LostKeys.class)
                    .check("sheet", new Need("Sheets", "none can be read", ExamKeys.SETTING), List.of(1, 3), v -> true));
            assertTrue(later.getMessage().contains("sheet-3.key, is not in") && later.getMessage().contains(ExamKeys.SETTING + "=accepted-3 to"),
                    later.getMessage());
            parts(em, second, "accepted-3").get(org.dalil.platform.control.LostKeys.class)
                    .check("sheet", new Need("Sheets", "none can be read", ExamKeys.SETTING), List.of(1, 3), v -> true);
        });
        assertEquals(List.of("certificate-paper-2.key", "sheet-4.key"), files(second));
    }
}
