package org.dalil.learning.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.dalil.HandClock;
import org.dalil.Parts;
import org.dalil.TestDatabase;
import org.dalil.account.entity.Visit;
import org.dalil.learning.entity.CompletedModules;
import org.dalil.learning.entity.Journey;
import org.dalil.learning.entity.ModuleProgress;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.NewId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a card has seen, as rows of a real database: who may add to it, and what it adds up to. */
class ProgressStoreIT {

    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final Keys KEYS = PlatformParts.keys();

    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T10:00:00Z"));
    private final UUID course = NewId.next();
    private final UUID version = NewId.next();
    private final UUID card = NewId.next();
    private final String cookie = card.toString();

    private static void run(EntityManager em, String sql, Object... values) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
        }
        query.executeUpdate();
    }

    @BeforeEach
    void aCardWithAVisit() {
        DATABASE.inTransaction(em -> {
            run(em, "INSERT INTO course (id, slug, code) VALUES (?1, ?1, 'X')", course);
            run(em, "INSERT INTO course_version (id, course_id, number, hash, published_at, content) VALUES (?1, ?2, 1, 'h', NOW(3), '{}')",
                    version, course);
            run(em, "INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on) "
                    + "VALUES (?1, UNHEX(SHA2(?2, 256)), 1, NOW(3), CURDATE())", card, card);
            run(em, "INSERT INTO visit (id, cookie_mac, card_id, started_at, used_at) VALUES (?1, ?2, ?3, ?4, ?4)", NewId.next(),
                    KEYS.mac("visit", Keys.CURRENT, cookie), card, java.sql.Timestamp.from(clock.now));
        });
    }

    private <R> R with(Function<Parts, R> work) {
        return DATABASE.resultOf(em -> work.apply(new Parts(em, Map.of(Clock.class, clock, Keys.class, KEYS, DataSource.class, DATABASE.dataSource()))));
    }

    private boolean saw(int module, int seen, boolean last) {
        return with(parts -> parts.get(ProgressStore.class).saw(cookie, course, module, seen, last));
    }

    private Optional<Journey> journey() {
        return with(parts -> parts.get(JourneyQuery.class).of(cookie, course));
    }

    private ModuleProgress module(int number) {
        return journey().orElseThrow().modules().getOrDefault(number, ModuleProgress.none(number));
    }

    private void played(int module) {
        with(parts -> {
            parts.get(ProgressStore.class).played(card, course, module);
            parts.get(ProgressStore.class).completeModules(card, course);
            return null;
        });
    }

    private boolean completes(int modules) {
        return with(parts -> parts.get(ProgressStore.class).completeCourse(card, course, version, modules));
    }

    private void attempt(String occasion, boolean submitted) {
        DATABASE.inTransaction(em -> run(em, """
                INSERT INTO attempt (id, card_id, course_id, version_id, occasion, ordinal, form, language, started_at, submitted_at)
                VALUES (?1, ?2, ?3, ?4, ?5, 1, 'A', 'en', NOW(3), IF(?6, NOW(3), NULL))""", NewId.next(), card, course, version, occasion, submitted));
    }

    @Test
    void cards_seen_add_up_in_any_order_and_twice_is_once() {
        assertTrue(saw(1, 3, false));
        assertTrue(saw(1, 1, false));
        saw(1, 3, false);
        assertEquals(new ModuleProgress(1, 0b101, 3, false, false), module(1));
        saw(1, 5, true);
        saw(1, 2, false);
        assertEquals(new ModuleProgress(1, 0b10111, 2, true, false), module(1), "read to the end stays so, also after a step back");
        assertEquals(0, module(2).seen(), "another module is another row");
    }

    @Test
    void what_is_asked_for_on_a_lesson_page_is_what_the_journey_knows() {
        saw(2, 4, false);
        assertEquals(Optional.of(0b1000L), with(parts -> parts.get(JourneyQuery.class).seen(cookie, course, 2)));
        assertEquals(Optional.of(0L), with(parts -> parts.get(JourneyQuery.class).seen(cookie, course, 1)), "a visit that has seen nothing");
        assertEquals(Optional.empty(), with(parts -> parts.get(JourneyQuery.class).seen("no such cookie", course, 2)));
    }

    @Test
    void a_browser_that_has_left_or_was_idle_moves_nothing_and_sees_nothing() {
        saw(1, 1, false);
        clock.pass(Visit.IDLE.plusSeconds(1));
        assertFalse(saw(1, 2, false), "idle");
        assertEquals(Optional.empty(), journey());
        clock.pass(Visit.IDLE.multipliedBy(-2).minusSeconds(3));
        assertFalse(saw(1, 2, false), "the clock was put back: a phone that changed hands doesn't stay open");
        clock.now = Instant.parse("2026-11-28T10:00:00Z");
        assertTrue(saw(1, 2, false), "still there, by its own clock");
        DATABASE.inTransaction(em -> run(em, "UPDATE visit SET ended_at = NOW(3) WHERE card_id = ?1", card));
        assertFalse(saw(1, 3, false), "left");
        assertEquals(Optional.empty(), journey());
        assertEquals(List.of(3L), DATABASE.resultOf(em -> em.createNativeQuery("SELECT seen FROM module_progress WHERE card_id = ?1")
                .setParameter(1, card.toString()).getResultList()));
    }

    @Test
    void a_module_is_complete_when_it_was_read_to_the_end_and_its_chat_was_over() {
        saw(1, 4, true);
        played(2);
        assertEquals(List.of(), completed());
        played(1);
        saw(2, 1, false);
        assertEquals(List.of(new CompletedModules.One(course, 1)), completed());
        assertEquals(new ModuleProgress(2, 1, 1, false, true), module(2), "the chat that was over before the first card was read still counts");
    }

    private List<CompletedModules.One> completed() {
        return with(parts -> parts.get(ProgressStore.class).completedModules(card));
    }

    @Test
    void a_course_is_complete_once_with_all_modules_and_the_last_test_handed_in() {
        for (int module : new int[] {1, 2}) {
            saw(module, 1, true);
            played(module);
        }
        assertFalse(completes(2), "no test was handed in");
        attempt("POST", false);
        assertFalse(completes(2), "begun is not handed in");
        DATABASE.inTransaction(em -> run(em, "UPDATE attempt SET submitted_at = NOW(3) WHERE card_id = ?1", card));
        assertFalse(completes(3), "a module is missing");
        assertTrue(completes(2));
        assertFalse(completes(2), "it becomes so once");
        UUID other = NewId.next();
        assertEquals(Set.of(card), with(parts -> parts.get(ProgressStore.class).completed(List.of(card, other), course)));
    }

    @Test
    void a_module_taught_in_the_room_is_complete_and_leaves_one_begun_on_a_phone_alone() {
        saw(1, 1, false);
        with(parts -> {
            parts.get(ProgressStore.class).taught(card, course, 1, 6);
            parts.get(ProgressStore.class).taught(card, course, 2, 6);
            return null;
        });
        assertEquals(List.of(new CompletedModules.One(course, 2)), completed());
        assertEquals(new ModuleProgress(1, 1, 1, false, false), module(1));
    }

    @Test
    void how_much_was_seen_is_fixed_with_the_test_and_never_more_than_all() {
        attempt("POST", true);
        String attempt = DATABASE.resultOf(em -> em.createNativeQuery("SELECT id FROM attempt WHERE card_id = ?1").setParameter(1, card.toString())
                .getSingleResult().toString());
        saw(1, 1, false);
        saw(1, 2, false);
        with(parts -> {
            parts.get(ProgressStore.class).taught(card, course, 2, 3);
            parts.get(ProgressStore.class).expose(UUID.fromString(attempt), card, course, 10);
            return null;
        });
        saw(1, 3, true);
        with(parts -> {
            parts.get(ProgressStore.class).expose(UUID.fromString(attempt), card, course, 10);
            return null;
        });
        assertEquals(List.of(0.5), DATABASE.resultOf(em -> em.createNativeQuery("SELECT share FROM exposure WHERE attempt_id = ?1")
                .setParameter(1, attempt).getResultList()), "two seen and three taught of ten; what came after counts no more");
    }

    @Test
    void the_course_that_a_card_moved_in_last_is_the_one_it_goes_on_with() {
        assertEquals(Optional.empty(), last());
        saw(1, 1, false);
        UUID later = NewId.next();
        clock.pass(Duration.ofMinutes(5));
        with(parts -> parts.get(ProgressStore.class).saw(cookie, later, 1, 1, false));
        assertEquals(Optional.of(later), last());
        clock.pass(Duration.ofMinutes(5));
        saw(1, 1, false);
        assertEquals(Optional.of(course), last());
    }

    private Optional<UUID> last() {
        return with(parts -> parts.get(JourneyQuery.class).lastCourse(card));
    }
}
