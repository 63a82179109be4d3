package org.dalil.workshop.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalil.HandClock;
import org.dalil.TestDatabase;
import org.dalil.account.entity.StaffId;
import org.dalil.account.entity.Visit;
import org.dalil.course.entity.Part;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.JoinCode;
import org.dalil.workshop.entity.Presence;
import org.dalil.workshop.entity.Region;
import org.dalil.workshop.entity.RoomNow;
import org.dalil.workshop.entity.RoomView.Gate;
import org.dalil.workshop.entity.RoomView.Place;
import org.dalil.workshop.entity.RoomView.Test;
import org.dalil.workshop.entity.Seat;
import org.dalil.workshop.entity.Workshop;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A workshop's rows on a real database: whose it is, its numbers, and what its trainer sees. */
class RoomStoresIT {

    private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Keys KEYS = PlatformParts.keys();
    private static final List<TestDatabase> EVERY_VERSION = TestDatabase.everyVersion().toList();

    static Stream<TestDatabase> everyVersion() {
        return EVERY_VERSION.stream();
    }

    private static WorkshopStore workshops(EntityManager em) {
        WorkshopStore store = new WorkshopStore();
        store.em = em;
        store.clock = CLOCK;
        return store;
    }

    private static SeatStore seats(EntityManager em) {
        SeatStore store = new SeatStore();
        store.em = em;
        store.clock = CLOCK;
        return store;
    }

    private static RoomQuery query(TestDatabase database) {
        RoomQuery query = new RoomQuery();
        query.statements = database.dataSource();
        query.keys = KEYS;
        query.clock = CLOCK;
        return query;
    }

    private static void run(EntityManager em, String sql, Object... values) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
        }
        query.executeUpdate();
    }

    private static StaffId trainer(TestDatabase database, String name) {
        UUID id = NewId.next();
        database.inTransaction(em -> {
            run(em, "INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) "
                    + "VALUES (?1, ?2, 'x', 0, 0, NOW(3), 1)", id, name);
            run(em, "INSERT INTO staff_role (staff_id, role) VALUES (?1, 'TRAINER')", id);
        });
        return new StaffId(id);
    }

    private static WorkshopId workshop(TestDatabase database, StaffId trainer) {
        UUID course = NewId.next();
        return database.resultOf(em -> {
            run(em, "INSERT INTO course (id, slug, code) VALUES (?1, ?2, 'X')", course, course.toString());
            Workshop workshop = new Workshop(new WorkshopPlan(course, List.of(1, 2), List.of("ar"), Region.DUHOK, null, null,
                    LocalDate.of(2026, 11, 28), 23), NOW);
            workshops(em).add(workshop, trainer);
            return workshop.id();
        });
    }

    private static UUID card(EntityManager em, WorkshopId scope) {
        UUID id = NewId.next();
        run(em, "INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on, scope) "
                + "VALUES (?1, UNHEX(SHA2(?2, 256)), 1, NOW(3), CURDATE(), ?3)", id, id.toString(), scope.value());
        return id;
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_card_is_needed_until_its_workshop_is_over_and_counted(TestDatabase database) {
        WorkshopId id = workshop(database, trainer(database, "e" + NewId.next().toString().substring(20)));
        database.inTransaction(em -> {
            UUID printed = card(em, id);
            UUID alone = card(em, id);
            seats(em).add(id, 1, printed, Seat.Origin.PRINT);
            assertEquals(List.of(printed), seats(em).needed(List.of(printed, alone)));
            run(em, "UPDATE workshop SET closed_at = ?1 WHERE id = ?2", java.sql.Timestamp.from(NOW.minusSeconds(86_400L * 39)), id.value());
            assertEquals(List.of(printed), seats(em).needed(List.of(printed)));
            run(em, "UPDATE workshop SET closed_at = ?1 WHERE id = ?2", java.sql.Timestamp.from(NOW.minusSeconds(86_400L * 41)), id.value());
            assertEquals(List.of(), seats(em).needed(List.of(printed)));
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_workshop_is_found_by_its_trainers_only_and_no_more_once_they_are_removed(TestDatabase database) {
        StaffId hana = trainer(database, "hana" + NewId.next());
        StaffId other = trainer(database, "o" + NewId.next().toString().substring(20));
        WorkshopId id = workshop(database, hana);
        database.inTransaction(em -> {
            WorkshopStore store = workshops(em);
            assertEquals(id, store.own(id, hana).id());
            assertTrue(store.own(id, hana).number() > 0, "the database gives a short number");
            assertEquals("workshop.notYours", assertThrows(Refused.class, () -> store.own(id, other)).key());
            assertEquals(List.of(), store.own(other));
            assertTrue(store.addTrainer(id, store.trainers(id).get(0).name()), "adding one who is there does no harm");
            store.removeTrainer(id, hana);
            assertThrows(Refused.class, () -> store.ownLocked(id, hana));
            assertEquals(List.of(), store.trainers(id));
            assertFalse(store.addTrainer(id, "nobody of this name"));
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void thirty_people_who_join_at_once_get_thirty_numbers(TestDatabase database) throws Exception {
        WorkshopId id = workshop(database, trainer(database, "t" + NewId.next()));
        ExecutorService room = Executors.newFixedThreadPool(10);
        List<Future<Integer>> numbers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            numbers.add(room.submit(() -> again(() -> database.resultOf(em -> seats(em).take(id, card(em, id)).orElseThrow()))));
        }
        Set<Integer> given = new TreeSet<>();
        for (Future<Integer> number : numbers) {
            given.add(number.get());
        }
        room.shutdown();
        assertEquals(new TreeSet<>(IntStream.rangeClosed(1, 30).boxed().toList()), given);
    }

    /** As a door does it: what the database ended because of another transaction is done again. */
    private static <T> T again(Callable<T> work) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return work.call();
            } catch (RuntimeException e) {
                if (tries == 20 || !String.valueOf(e.getMessage()).contains("try restarting transaction")) {
                    throw e;
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_card_keeps_its_number_and_has_one_workshop(TestDatabase database) {
        StaffId trainer = trainer(database, "t" + NewId.next());
        WorkshopId id = workshop(database, trainer);
        WorkshopId other = workshop(database, trainer);
        database.inTransaction(em -> {
            UUID first = card(em, id);
            assertEquals(Optional.of(1), seats(em).take(id, first));
            assertEquals(Optional.of(2), seats(em).take(id, card(em, id)));
            assertEquals(Optional.of(1), seats(em).take(id, first), "the form was sent twice");
            assertEquals(Optional.empty(), seats(em).take(other, first), "it is no other room's");
            assertEquals(List.of(1, 2), seats(em).of(id).stream().map(Seat::number).toList());
            assertEquals(List.of(), seats(em).of(other));
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_room_is_found_by_its_code_as_it_is_now(TestDatabase database) {
        WorkshopId id = workshop(database, trainer(database, "t" + NewId.next()));
        JoinCode code = JoinCode.of(KEYS.random(JoinCode.LENGTH));
        database.inTransaction(em -> workshops(em).locked(id).open(code, NOW));
        database.inTransaction(em -> {
            assertTrue(workshops(em).joinedBy(code).orElseThrow().takesIn(NOW));
            database.inTransaction(another -> assertTrue(workshops(another).joinedBy(code).isPresent(), "others join at once"));
        });
        database.inTransaction(em -> workshops(em).locked(id).close(NOW));
        database.inTransaction(em -> assertFalse(workshops(em).joinedBy(code).map(w -> w.takesIn(NOW)).orElse(false)));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void the_trainer_sees_numbers_and_where_they_are(TestDatabase database) {
        WorkshopId id = workshop(database, trainer(database, "t" + NewId.next()));
        String cookie = "c".repeat(24);
        database.inTransaction(em -> {
            Workshop workshop = workshops(em).locked(id);
            workshop.open(new JoinCode(HexFormat.of().formatHex(KEYS.random(3)).toUpperCase()), NOW);
            UUID version = NewId.next();
            run(em, "INSERT INTO course_version (id, course_id, number, hash, published_at, content) VALUES (?1, ?2, 1, 'h', NOW(3), '{}')",
                    version, workshop.courseId());
            for (int number = 1; number <= 5; number++) {
                seats(em).add(id, number, card(em, id), Seat.Origin.PRINT);
            }
            List<Seat> all = seats(em).of(id);
            test(em, all.get(1).cardId(), workshop.courseId(), version, "PRE", null, false);
            test(em, all.get(2).cardId(), workshop.courseId(), version, "PRE", NOW, true);
            test(em, all.get(3).cardId(), workshop.courseId(), version, "PRE", NOW, false);
            test(em, all.get(3).cardId(), workshop.courseId(), version, "POST", null, false);
            run(em, "DELETE FROM participant_card WHERE id = ?1", all.get(4).cardId());
            run(em, "INSERT INTO visit (id, cookie_mac, card_id, started_at, used_at) VALUES (?1, ?2, ?3, ?4, ?4)", NewId.next(),
                    KEYS.mac("visit", Keys.CURRENT, cookie), all.get(1).cardId(), LocalDateTime.ofInstant(NOW, ZoneOffset.UTC));
            seats(em).entered(all.get(1).cardId());
            seats(em).present(id, 2, Presence.TRAINER);
            seats(em).untick(id, 2);
            seats(em).present(id, 4, Presence.TRAINER);
            seats(em).untick(id, 4);
            run(em, "INSERT INTO course_gate (scope, course_id, part, open, moved_at) VALUES (?1, ?2, 'PRE', 1, NOW(3)), (?1, ?2, '1', 0, NOW(3))",
                    id.value(), workshop.courseId());
        });
        List<Place> places = query(database).places(id);
        assertEquals(List.of(Test.NONE, Test.BUSY, Test.CLOSED_EARLY, Test.DONE, Test.NONE), places.stream().map(Place::before).toList());
        assertEquals(Test.BUSY, places.get(3).after());
        assertEquals(Presence.PHONE, places.get(1).presence(), "a tick taken back does not undo what a phone showed");
        assertEquals(null, places.get(3).presence());
        assertTrue(places.get(4).erased());
        assertEquals(NOW, places.get(1).movedAt());
        assertEquals(new RoomNow(id, 2, false, false, false, List.of("PRE")), query(database).now(cookie).orElseThrow());
        assertTrue(query(database).now("d".repeat(24)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void what_was_opened_shut_and_taught_is_this_rooms_alone(TestDatabase database) {
        WorkshopId id = workshop(database, trainer(database, "t" + NewId.next()));
        WorkshopId elsewhere = workshop(database, trainer(database, "t" + NewId.next()));
        assertEquals(new RoomQuery.Parts(Map.of(), Set.of()), query(database).parts(id), "nothing yet");
        database.inTransaction(em -> {
            UUID course = workshops(em).locked(id).courseId();
            LocalDateTime now = LocalDateTime.ofInstant(NOW, ZoneOffset.UTC);
            run(em, "INSERT INTO course_gate (scope, course_id, part, open, moved_at) VALUES (?1, ?2, 'PRE', 1, ?3), (?1, ?2, '2', 0, ?3)", id.value(),
                    course, now);
            run(em, "INSERT INTO course_gate (scope, course_id, part, open, moved_at) VALUES (?1, ?2, 'POST', 1, ?3)", elsewhere.value(), course, now);
            seats(em).teach(id, 2);
            seats(em).teach(id, 1);
            seats(em).teach(id, 2);
            seats(em).teach(elsewhere, 3);
            seats(em).teach(id, 4);
            seats(em).unteach(id, 4);
        });
        RoomQuery.Parts parts = query(database).parts(id);
        assertEquals(Map.of(Part.BEFORE, new Gate(true, NOW), Part.module(2), new Gate(false, NOW)), parts.gates());
        assertEquals(Set.of(1, 2), parts.taught());
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_phone_left_lying_no_longer_shows_whom_the_room_turns_to(TestDatabase database) {
        WorkshopId id = workshop(database, trainer(database, "t" + NewId.next()));
        String cookie = NewId.next().toString();
        database.inTransaction(em -> {
            UUID card = card(em, id);
            seats(em).add(id, 1, card, Seat.Origin.PRINT);
            run(em, "UPDATE workshop SET contact = 'Ask Hana' WHERE id = ?1", id.value());
            run(em, "INSERT INTO visit (id, cookie_mac, card_id, started_at, used_at) VALUES (?1, ?2, ?3, ?4, ?4)", NewId.next(),
                    KEYS.mac("visit", Keys.CURRENT, cookie), card, LocalDateTime.ofInstant(NOW, ZoneOffset.UTC));
        });
        HandClock clock = new HandClock(NOW);
        RoomQuery query = query(database);
        query.clock = clock;
        clock.pass(Visit.IDLE);
        assertEquals("Ask Hana", query.contact(cookie).orElseThrow());
        clock.pass(Duration.ofSeconds(1));
        assertTrue(query.contact(cookie).isEmpty(), "idle");
        clock.now = NOW.minus(Visit.IDLE).minusSeconds(1);
        assertTrue(query.contact(cookie).isEmpty(), "the clock was put back");
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_phone_is_told_that_another_one_has_its_card_now_and_the_other_is_not(TestDatabase database) {
        WorkshopId id = workshop(database, trainer(database, "t" + NewId.next()));
        List<String> cookies = List.of(NewId.next().toString(), NewId.next().toString());
        UUID[] card = new UUID[1];
        database.inTransaction(em -> {
            card[0] = card(em, id);
            seats(em).add(id, 1, card[0], Seat.Origin.PRINT);
        });
        visit(database, card[0], cookies.get(0), NOW.minusSeconds(60));
        assertFalse(query(database).now(cookies.get(0)).orElseThrow().elsewhere());
        visit(database, card[0], cookies.get(1), NOW);
        assertTrue(query(database).now(cookies.get(0)).orElseThrow().elsewhere());
        assertFalse(query(database).now(cookies.get(1)).orElseThrow().elsewhere());
        database.inTransaction(em -> run(em, "UPDATE visit SET ended_at = ?1 WHERE card_id = ?2 AND started_at = ?1", LocalDateTime.ofInstant(NOW, ZoneOffset.UTC),
                card[0]));
        assertFalse(query(database).now(cookies.get(0)).orElseThrow().elsewhere(), "left again");
    }

    private static void visit(TestDatabase database, UUID card, String cookie, Instant at) {
        database.inTransaction(em -> run(em, "INSERT INTO visit (id, cookie_mac, card_id, started_at, used_at) VALUES (?1, ?2, ?3, ?4, ?4)", NewId.next(),
                KEYS.mac("visit", Keys.CURRENT, cookie), card, LocalDateTime.ofInstant(at, ZoneOffset.UTC)));
    }

    private static void test(EntityManager em, UUID card, UUID course, UUID version, String occasion, Instant submitted, boolean early) {
        run(em, "INSERT INTO attempt (id, card_id, course_id, version_id, occasion, ordinal, form, language, started_at, submitted_at, closed_early) "
                + "VALUES (?1, ?2, ?3, ?4, ?5, 1, 'A', 'ar', ?6, ?7, ?8)", NewId.next(), card, course, version, occasion,
                LocalDateTime.ofInstant(NOW, ZoneOffset.UTC), submitted == null ? null : LocalDateTime.ofInstant(submitted, ZoneOffset.UTC), early);
    }
}
