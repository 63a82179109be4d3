package org.dalil.account.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dalil.Authenticator;
import org.dalil.HandClock;
import org.dalil.Parts;
import org.dalil.TestDatabase;
import org.dalil.account.StaffMembers;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.NewFactor;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.SecondFactor;
import org.dalil.account.entity.StaffId;
import org.dalil.account.entity.StaffMember;
import org.dalil.account.entity.StaffName;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.CannotStart;
import org.dalil.platform.entity.DatabaseReady;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start, with the key of authenticator apps in its place, lost, or another one. */
class FactorKeyIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final HandClock clock = new HandClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final Map<StaffId, String> phones = new HashMap<>();

    @TempDir
    private Path keys;

    private String setting;

    private <T, R> R in(Class<T> bean, Function<T, R> work) {
        return DATABASE.resultOf(em -> work.apply(new Parts(em, Map.of(Clock.class, clock, Installation.class, new Installation() {
            @Override
            public Path keys() {
                return keys;
            }

            @Override
            public Optional<String> setting(String name) {
                return Optional.ofNullable(name.equals("DALIL_LOST_APPS") ? setting : null);
            }
        })).get(bean)));
    }

    private void start() {
        in(FactorKey.class, key -> {
            key.check(new DatabaseReady());
            return null;
        });
        SystemSubject.run("start", () -> in(StaffMembers.class, members -> {
            members.reEnrolAdministrators();
            return null;
        }));
    }

    private StaffId somebody(String name, Role role) {
        return in(StaffStore.class, store -> {
            StaffMember member = new StaffMember(new StaffName(name), "x", false, Set.of(role), clock.now);
            store.add(member);
            return member.id();
        });
    }

    private void enrol(StaffId id) {
        NewFactor made = in(Authenticators.class, apps -> {
            FactorOffer offer = apps.offer(id.toString(), "x");
            phones.put(id, offer.text());
            long step = apps.stepOfOffer(id.toString(), offer.sealed(), Authenticator.code(offer.text(), clock.now)).orElseThrow();
            return apps.confirmed(id.toString(), offer.sealed(), step);
        });
        in(FactorStore.class, store -> {
            store.add(new SecondFactor(id, made.sealedSecret(), made.keyVersion(), made.step(), clock.now), List.of());
            return null;
        });
    }

    private boolean isEnrolled(StaffId id) {
        return in(FactorStore.class, store -> store.of(id).isPresent());
    }

    /** Whether the code that the phone shows now is right. */
    private boolean signsIn(StaffId id) {
        SecondFactor factor = in(FactorStore.class, store -> store.of(id).orElseThrow());
        return in(Authenticators.class, apps -> apps.stepOf(id.toString(), factor.sealedSecret(), factor.keyVersion(),
                Authenticator.code(phones.get(id), clock.now))).isPresent();
    }

    private int epoch(StaffId id) {
        return in(StaffStore.class, store -> store.get(id).epoch());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(keys)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_lost_key_stops_the_start_and_once_that_is_accepted_administrators_come_in_and_enrol_the_others() throws IOException {
        StaffId admin = somebody("runs", Role.ADMINISTRATOR);
        StaffId trainer = somebody("trains", Role.TRAINER);
        assertDoesNotThrow(this::start, "without an app there is nothing to lose");
        assertEquals(List.of(), files(), "and no key is made");
        enrol(admin);
        enrol(trainer);
        assertDoesNotThrow(this::start);
        assertTrue(signsIn(admin) && signsIn(trainer));
        Path file = keys.resolve("staff-totp-1.key");
        byte[] kept = Files.readAllBytes(file);
        Files.delete(file);
        CannotStart lost = assertThrows(CannotStart.class, this::start);
        assertEquals("Secrets of authenticator apps lie in the database, and the key that they need, staff-totp-1.key, is not in " + keys
                + ": put it there from its copy and start again, or, if there is no copy, set DALIL_LOST_APPS=accepted to go on, knowing that no app "
                + "set up so far signs anybody in: administrators set up another after their password alone, and enrol the others anew.", lost.getMessage());
        assertFalse(Files.exists(file), "no other key was made");
        Files.writeString(file, "A".repeat(43));
        assertTrue(assertThrows(CannotStart.class, this::start).getMessage().contains("is another than the one in " + keys));
        assertTrue(isEnrolled(admin), "and nobody's app was taken away");
        setting = "accepted";
        int before = epoch(admin);
        start();
        assertTrue(Files.exists(keys.resolve("staff-totp-2.key")), "one beside the old one's place");
        assertFalse(isEnrolled(admin), "as nobody could let them in");
        assertEquals(before + 1, epoch(admin), "their sessions have ended");
        assertTrue(isEnrolled(trainer) && !signsIn(trainer), "the others wait for an administrator");
        enrol(admin);
        start();
        start();
        assertTrue(signsIn(admin), "once");
        assertEquals(List.of("system:start " + admin), DATABASE.resultOf(em -> em.createNativeQuery(
                "SELECT CONCAT(actor, ' ', subject) FROM audit_event WHERE act = 'staff.reEnrol'").getResultList()));
        setting = null;
        Files.write(file, kept);
        assertDoesNotThrow(this::start, "put back from its copy");
        assertTrue(signsIn(admin) && signsIn(trainer), "and both work");
    }
}
