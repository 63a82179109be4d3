package org.dalil.account.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.dalil.account.entity.RecoveryCode;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.SecondFactor;
import org.dalil.account.entity.SignedIn;
import org.dalil.account.entity.StaffMember;
import org.dalil.account.entity.StaffName;
import org.dalil.account.entity.StaffRow;
import org.dalil.account.entity.Standing;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StaffStoreIT {

    private static final Instant NOW = Instant.parse("2026-11-20T09:30:15.123Z");
    private static final List<TestDatabase> EVERY_VERSION = TestDatabase.everyVersion().toList();

    static Stream<TestDatabase> everyVersion() {
        return EVERY_VERSION.stream();
    }

    private static StaffStore store(EntityManager entities) {
        StaffStore store = new StaffStore();
        store.database = entities;
        return store;
    }

    private static StaffQuery query(EntityManager entities) {
        StaffQuery query = new StaffQuery();
        query.database = entities;
        return query;
    }

    private static FactorStore factors(EntityManager entities) {
        FactorStore store = new FactorStore();
        store.database = entities;
        return store;
    }

    private static StaffMember member(String name, Role... roles) {
        return new StaffMember(StaffName.of(name).orElseThrow(), "$hash", true, List.of(roles), NOW);
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_member_comes_back_as_it_went_in(TestDatabase database) {
        StaffMember hana = member("هانا", Role.TRAINER, Role.MANAGER);
        database.inTransaction(em -> store(em).add(hana));
        database.inTransaction(em -> {
            StaffMember found = store(em).named(StaffName.of("هانا").orElseThrow()).orElseThrow();
            assertEquals(hana.id(), found.id());
            assertEquals(Set.of(Role.TRAINER, Role.MANAGER), found.roles());
            assertEquals(found, store(em).get(hana.id()));
            assertEquals(hana.id().toString(), em.createNativeQuery("SELECT CAST(id AS CHAR) FROM staff_member WHERE name = 'هانا'")
                    .getSingleResult());
            assertEquals("2026-11-20 09:30:15.123", em.createNativeQuery(
                    "SELECT CAST(created_at AS CHAR) FROM staff_member WHERE name = 'هانا'").getSingleResult());
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void ids_sort_in_the_order_in_which_they_were_made(TestDatabase database) {
        List<UUID> made = new ArrayList<>();
        database.inTransaction(em -> {
            em.createNativeQuery("CREATE OR REPLACE TABLE id_order (id UUID PRIMARY KEY)").executeUpdate();
            Stream.generate(NewId::next).limit(200).forEach(id -> {
                made.add(id);
                em.createNativeQuery("INSERT INTO id_order VALUES (?1)").setParameter(1, id.toString()).executeUpdate();
            });
            List<?> read = em.createNativeQuery("SELECT CAST(id AS CHAR) FROM id_order ORDER BY id").getResultList();
            assertEquals(made.stream().map(UUID::toString).toList(), read);
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_name_is_given_once(TestDatabase database) {
        database.inTransaction(em -> store(em).add(member("twice", Role.AUTHOR)));
        assertThrows(PersistenceException.class,
                () -> database.inTransaction(em -> store(em).add(member("twice", Role.AUTHOR))));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_lost_role_ends_the_session(TestDatabase database) {
        StaffMember sara = member("sara", Role.TRAINER, Role.AUTHOR);
        database.inTransaction(em -> store(em).add(sara));
        SignedIn session = new SignedIn(sara.id(), sara.epoch(), true, NOW);
        Standing before = database.resultOf(em -> query(em).standing(session)).orElseThrow();
        assertEquals(Set.of(Role.TRAINER, Role.AUTHOR), before.roles());
        assertTrue(before.startPassword());
        assertFalse(before.enrolled());

        database.inTransaction(em -> store(em).get(sara.id()).changeRoles(List.of(Role.TRAINER)));
        assertTrue(database.resultOf(em -> query(em).standing(session)).isEmpty());
        assertEquals(Set.of(Role.TRAINER), database.resultOf(em -> query(em).standing(session.in(1))).orElseThrow().roles());
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_disabled_member_has_no_standing_and_comes_last_in_the_list(TestDatabase database) {
        StaffMember gone = member("aaa-gone", Role.TRAINER);
        StaffMember there = member("zzz-there", Role.TRAINER);
        database.inTransaction(em -> {
            store(em).add(gone);
            store(em).add(there);
            gone.disable(NOW);
        });
        assertTrue(database.resultOf(em -> query(em).standing(new SignedIn(gone.id(), gone.epoch(), true, NOW))).isEmpty());
        List<StaffRow> all = database.resultOf(em -> query(em).all());
        StaffRow last = all.get(all.size() - 1);
        assertTrue(last.disabled());
        assertTrue(all.stream().anyMatch(r -> r.id().equals(there.id()) && r.createdAt().equals(NOW)));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void administrators_are_those_who_can_sign_in(TestDatabase database) {
        StaffMember active = member("root-" + database.hashCode(), Role.ADMINISTRATOR);
        StaffMember former = member("ex-" + database.hashCode(), Role.ADMINISTRATOR);
        database.inTransaction(em -> {
            store(em).add(active);
            store(em).add(former);
            former.disable(NOW);
        });
        List<StaffMember> locked = database.resultOf(em -> store(em).administratorsLocked());
        assertTrue(locked.stream().anyMatch(a -> a.id().equals(active.id())));
        assertFalse(locked.stream().anyMatch(a -> a.id().equals(former.id())));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void an_app_and_its_codes_are_kept_and_taken_away(TestDatabase database) {
        StaffMember azad = member("azad", Role.TRAINER);
        byte[] mac = new byte[32];
        mac[5] = -7;
        database.inTransaction(em -> {
            store(em).add(azad);
            em.flush();
            factors(em).add(new SecondFactor(azad.id(), new byte[] {1, -2, 3}, 1, 100, NOW),
                    List.of(new RecoveryCode(azad.id(), mac), new RecoveryCode(azad.id(), new byte[32])));
        });
        database.inTransaction(em -> {
            SecondFactor factor = factors(em).of(azad.id()).orElseThrow();
            assertEquals(-2, factor.sealedSecret()[1]);
            assertFalse(factor.accept(OptionalLong.of(100)));
            assertTrue(factor.accept(OptionalLong.of(101)));
            factors(em).code(azad.id(), mac).orElseThrow().use(NOW);
        });
        database.inTransaction(em -> {
            assertFalse(factors(em).of(azad.id()).orElseThrow().accept(OptionalLong.of(101)));
            assertTrue(factors(em).code(azad.id(), mac).orElseThrow().isUsed());
            assertTrue(query(em).standing(new SignedIn(azad.id(), 0, true, NOW)).orElseThrow().enrolled());
            factors(em).remove(azad.id());
        });
        assertTrue(database.resultOf(em -> factors(em).of(azad.id())).isEmpty());
        assertTrue(database.resultOf(em -> factors(em).code(azad.id(), mac)).isEmpty());
    }

    @Test
    void two_changes_at_once_do_not_overwrite_each_other() {
        TestDatabase database = TestDatabase.shared();
        StaffMember member = member("both-at-once", Role.TRAINER);
        database.inTransaction(em -> store(em).add(member));
        RollbackException late = assertThrows(RollbackException.class, () -> database.inTransaction(em -> {
            store(em).get(member.id()).changePassword("mine");
            database.inTransaction(other -> store(other).get(member.id()).startAgainWith("theirs"));
        }));
        assertTrue(late.getCause() instanceof OptimisticLockException);
    }

    @Test
    void somebody_who_is_not_there_is_refused_with_a_sentence() {
        assertThrows(Refused.class, () -> TestDatabase.shared()
                .inTransaction(em -> store(em).get(member("nobody", Role.TRAINER).id())));
    }
}
