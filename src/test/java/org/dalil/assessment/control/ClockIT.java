package org.dalil.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Sitting;
import org.dalil.platform.control.PlatformParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server whose clock is set while somebody answers: an hour or a day on or back, and summer time. Whatever it is set to, an
 * answer that was confirmed is there, nothing took less than no time, and a phone that changed hands does not stay open.
 */
class ClockIT {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Response ONE = new Response("one", false);

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1D", "-PT1H", "-P1D"})
    void a_clock_that_jumps_closes_the_phone_and_loses_nothing(Duration jump) {
        Answering learner = Answering.begun(NOW);
        learner.save(learner.sitting(NOW).orElseThrow(), ONE, NOW).orElseThrow();
        Instant jumped = NOW.plus(jump);
        assertEquals(Optional.empty(), learner.sitting(jumped), "the card has to be entered again");
        Answering.DATABASE.inTransaction(em -> learner.arrive(em, jumped));
        Sitting again = learner.sitting(jumped).orElseThrow();
        assertEquals(ONE, again.open(Occasion.PRE).orElseThrow().responses().get("i1"));
        assertTrue(learner.save(again, new Response("two", false), jumped).isPresent(), "and then it goes on");
        assertFalse(learner.submitted(again, jumped).isNegative(), "nothing takes less than no time");
    }

    @ParameterizedTest
    @CsvSource({"PT10M, PT10M", "-PT10M, PT0S", "PT0S, PT0S"})
    void a_clock_that_is_put_right_by_minutes_disturbs_nobody(Duration jump, Duration took) {
        Answering learner = Answering.begun(NOW);
        Sitting sitting = learner.sitting(NOW.plus(jump)).orElseThrow();
        learner.save(sitting, ONE, NOW.plus(jump)).orElseThrow();
        assertEquals(took, learner.submitted(sitting, NOW.plus(jump)));
    }

    /** On a machine of that zone: the hour that its clock shows twice in autumn, and the one that it leaves out in spring. */
    @Test
    void summer_time_changes_no_moment() {
        TimeZone machine = TimeZone.getDefault();
        try {
            for (String zone : List.of("Asia/Beirut", "Europe/Berlin", "Asia/Baghdad")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                PlatformParts.leaveTheMachinesZone();
                for (String day : List.of("2026-03-28T21:00:00Z", "2026-03-29T00:00:00Z", "2026-10-24T20:00:00Z", "2026-10-25T00:00:00Z")) {
                    for (int quarter = 0; quarter < 10; quarter++) {
                        Instant at = Instant.parse(day).plus(Duration.ofMinutes(15L * quarter));
                        Answering learner = Answering.begun(at);
                        Sitting sitting = learner.sitting(at.plusSeconds(60)).orElseThrow();
                        assertEquals(at, sitting.open(Occasion.PRE).orElseThrow().startedAt(), zone);
                        assertEquals(Optional.of(at), learner.save(sitting, ONE, at), zone);
                        assertEquals(Duration.ofMinutes(20), learner.submitted(sitting, at.plus(Duration.ofMinutes(20))), zone + " " + at);
                    }
                }
            }
        } finally {
            TimeZone.setDefault(machine);
        }
    }
}
