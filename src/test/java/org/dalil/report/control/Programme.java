package org.dalil.report.control;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.dalil.HandClock;
import org.dalil.course.Courses;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.NewId;
import org.dalil.report.entity.Batch;
import org.dalil.report.entity.Stage;

/** A programme in plain rows, and a clock that the test sets: what the platform makes of it by the hour. */
final class Programme {

    private static final Instant START = Instant.parse("2026-10-05T06:00:00Z");

    final EntityManager em;
    private final HandClock clock = new HandClock(START);
    final BatchStore store = new BatchStore();
    final ItemStore items = new ItemStore();
    final Gathering gathering = new Gathering();
    final ReachedQuery reached = new ReachedQuery();
    final UUID course = UUID.randomUUID();
    final UUID version = NewId.next();
    private int number;
    private UUID attempt;
    private UUID lastCard;

    Programme(EntityManager em) {
        this.em = em;
        List.of("report_member", "report_party", "report_batch", "report_item", "participant_card", "workshop").forEach(t -> run("DELETE FROM " + t));
        run("INSERT INTO course (id, slug, code, version) VALUES (?1, ?2, 'X', NULL)", course, course.toString());
        run("INSERT INTO course_version (id, course_id, number, hash, published_at, content) VALUES (?1, ?2, 1, 'h', ?3, ?4)",
                version, course, at(0), "{\"mastery\":60}");
        store.database = em;
        reached.database = em;
        reached.courses = new Courses();
        reached.installation = new Installation();
        gathering.store = store;
        gathering.reached = reached;
        gathering.items = items;
        items.database = em;
        gathering.clock = clock;
        gathering.size = new GroupSize();
        gathering.size.installation = reached.installation;
        gathering.size.read();
    }

    static LocalDateTime at(double days) {
        return LocalDateTime.ofInstant(START.plusSeconds((long) (days * 86_400)), ZoneOffset.UTC);
    }

    void run(String sql, Object... values) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
        }
        query.executeUpdate();
    }

    /** Held, and closed on the same day. */
    UUID workshop(String region, String partner, double day) {
        UUID workshop = NewId.next();
        run("INSERT INTO workshop (id, course_id, modules, languages, region, partner, held_on, expected, planned_at, opened_at,"
                + " closed_at, version) VALUES (?1, ?2, '1', 'en', ?3, ?4, ?5, 12, ?6, ?6, ?7, 1)", workshop, course, region, partner,
                at(day).toLocalDate(), at(day), at(day + 0.3));
        return workshop;
    }

    UUID card(UUID workshop, double day) {
        UUID card = NewId.next();
        lastCard = card;
        run("INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on, scope) VALUES (?1, ?2, 1, ?3, ?4, ?5)", card,
                card.toString().replace("-", "").getBytes(StandardCharsets.US_ASCII), at(day), at(day).toLocalDate(), workshop);
        if (workshop != null) {
            run("INSERT INTO seat (workshop_id, number, card_id, origin, issued_at) VALUES (?1, ?2, ?3, 'ROOM', ?4)", workshop, ++number,
                    card, at(day));
            run("INSERT INTO attendance (workshop_id, number, how, noted_at) VALUES (?1, ?2, 'PHONE', ?3)", workshop, number, at(day));
        }
        return card;
    }

    UUID lastCard() {
        return lastCard;
    }

    void test(UUID card, String occasion, int ordinal, double day, double score, String language) {
        attempt = NewId.next();
        run("INSERT INTO attempt (id, card_id, course_id, version_id, occasion, ordinal, form, language, started_at, submitted_at,"
                + " answered, scored_items, score) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'A', ?7, ?8, ?8, 10, 10, ?9)", attempt, card, course,
                version, occasion, ordinal, language, at(day), score);
    }

    void answer(String item, double score, char mark) {
        run("INSERT INTO answer (attempt_id, item_id, submission_id, value, skipped, revision, saved_at, score)"
                + " VALUES (?1, ?2, ?3, ?4, FALSE, 1, ?5, ?6)", attempt, item, UUID.randomUUID(), String.valueOf(mark), at(0), score);
    }

    void pairs(UUID workshop, int people, String language, double day, Random random) {
        for (int i = 0; i < people; i++) {
            UUID card = card(workshop, day);
            test(card, "PRE", 1, day + 0.05, 10 * random.nextInt(8), language);
            test(card, "POST", 1, day + 0.2, 10 * (3 + random.nextInt(8)), language);
        }
    }

    void on(double day) {
        clock.now = START.plusSeconds((long) (day * 86_400));
    }

    /** What the platform does by the hour. */
    void hour(double day) {
        on(day);
        reached.due(Gathering.settled(clock.now)).forEach(gathering::workshop);
        gathering.others();
    }

    List<Batch> batches(Stage stage) {
        return store.all(stage, 0, Integer.MAX_VALUE);
    }

    /** With so large a smallest group. */
    Showing showing(String smallest) {
        GroupSize size = new GroupSize();
        size.installation = new Installation() {
            @Override
            public Optional<String> setting(String name) {
                return Optional.of(smallest);
            }
        };
        size.read();
        Showing showing = new Showing();
        showing.size = size;
        showing.clock = clock;
        showing.shown = new ShownStore();
        showing.shown.database = em;
        showing.shelf = new Shelf();
        showing.shelf.store = store;
        showing.shelf.size = size;
        return showing;
    }

    long count(String sql, Object... values) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i].toString());
        }
        return ((Number) query.getSingleResult()).longValue();
    }
}
