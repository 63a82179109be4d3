package org.dalil.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dalil.HandClock;
import org.dalil.Parts;
import org.dalil.TestDatabase;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Submissions;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a form did is known for a week, and goes then. */
class SentFormsIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final HandClock clock = new HandClock(Instant.parse("2026-11-20T08:00:00Z"));

    @TempDir
    private Path keys;

    private <T, R> R in(Class<T> bean, Function<T, R> work) {
        return SystemSubject.call("test", () -> DATABASE.resultOf(em -> work.apply(new Parts(em, Map.of(Clock.class, clock,
                Installation.class, new Installation() {
                    @Override
                    public Path keys() {
                        return keys;
                    }
                })).get(bean))));
    }

    private Optional<String> send(Submission form) {
        return in(Submissions.class, all -> all.before(form, "room.plan", "1"));
    }

    private static int rows() {
        return DATABASE.<Number>resultOf(em -> (Number) em.createNativeQuery("SELECT COUNT(*) FROM submission").getSingleResult()).intValue();
    }

    @Test
    void a_form_is_known_for_a_week_and_forgotten_then() {
        Submission old = Submission.next();
        assertTrue(send(old).isEmpty());
        clock.now = clock.now.plus(Duration.ofDays(3));
        Submission young = Submission.next();
        assertTrue(send(young).isEmpty());
        clock.now = clock.now.plus(Duration.ofDays(4));
        assertFalse(in(SentForms.class, SentForms::forget));
        assertTrue(send(old).isPresent(), "not before the week is over");
        clock.now = clock.now.plusMillis(1);
        assertFalse(in(SentForms.class, SentForms::forget));
        assertEquals(1, rows());
        assertTrue(send(young).isPresent());
    }

    @Test
    void many_go_some_at_a_time() {
        clock.now = clock.now.minus(Duration.ofDays(100));
        for (int i = 0; i < 501; i++) {
            send(Submission.next());
        }
        clock.now = clock.now.plus(Duration.ofDays(50));
        int before = rows();
        assertTrue(in(SentForms.class, SentForms::forget), "there is one more");
        assertEquals(before - 500, rows());
        assertFalse(in(SentForms.class, SentForms::forget));
        assertEquals(before - 501, rows());
    }
}
