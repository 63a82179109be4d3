package org.dalil.exam.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dalil.course.entity.Blueprint;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.Test;

/** Who has passed, and who may come again when. */
class VerdictTest {

    private static final UUID COURSE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final Blueprint BLUEPRINT = new Blueprint(60, 80, List.of(new Blueprint.Topic("log", 1, 2, 1, 50),
            new Blueprint.Topic("route", 1, 2, 1, 75)));
    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

    private static Verdict of(int least, double... points) {
        List<Verdict.Scored> scored = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            scored.add(new Verdict.Scored(COURSE, i < 4 ? "log" : "route", points[i]));
        }
        return Verdict.of(Map.of(COURSE, BLUEPRINT), least, scored);
    }

    @Test
    void the_mark_and_every_minimum_must_be_reached() {
        assertTrue(of(0, 1, 1, 1, 1, 1, 1, 1, 0).passed());
        assertFalse(of(0, 1, 1, 1, 1, 1, 1, 0.5, 0).passed(), "78 % of all, and 62 % of a topic that needs 75");
        assertFalse(of(0, 1, 1, 1, 1, 1, 1, 0.9, 0).passed(), "82 % of all is not enough without the topic");
        assertTrue(of(0, 1, 0.4, 1, 1, 1, 1, 1, 0).passed(), "exactly 80 %");
        assertFalse(of(90, 1, 1, 1, 1, 1, 1, 1, 0).passed(), "a track may ask for more");
        assertTrue(of(10, 1, 1, 1, 1, 1, 1, 1, 0).passed(), "but not for less");
    }

    @Test
    void thirds_add_up_to_the_mark() {
        assertTrue(Verdict.of(Map.of(COURSE, new Blueprint(1, 100, List.of(new Blueprint.Topic("log", 3, 0, 0, 100)))), 0,
                List.of(new Verdict.Scored(COURSE, "log", 1 / 3d + 1 / 3d + 1 / 3d), new Verdict.Scored(COURSE, "log", 3 * (1 / 3d)),
                        new Verdict.Scored(COURSE, "log", 0.1 + 0.2 + 0.7))).passed());
    }

    @Test
    void each_course_stands_for_itself() {
        Map<UUID, Blueprint> both = new LinkedHashMap<>();
        both.put(COURSE, new Blueprint(1, 80, List.of(new Blueprint.Topic("log", 4, 0, 0, 0))));
        both.put(OTHER, new Blueprint(1, 80, List.of(new Blueprint.Topic("log", 4, 0, 0, 0))));
        List<Verdict.Scored> scored = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            scored.add(new Verdict.Scored(COURSE, "log", 1));
            scored.add(new Verdict.Scored(OTHER, "log", i < 3 ? 1 : 0));
        }
        Verdict verdict = Verdict.of(both, 0, scored);
        assertFalse(verdict.passed());
        assertEquals(List.of(true, false), verdict.courses().stream().map(Verdict.CourseResult::passed).toList());
        assertFalse(Verdict.of(Map.of(), 0, List.of()).passed(), "an exam of nothing is no pass");
    }

    @Test
    void full_points_for_a_struck_item_never_take_a_pass_away() {
        Random random = new Random(11);
        for (int n = 0; n < 5000; n++) {
            double[] points = random.doubles(8).map(p -> Math.round(p * 4) / 4d).toArray();
            boolean before = of(0, points).passed();
            points[random.nextInt(8)] = 1;
            assertTrue(!before || of(0, points).passed());
        }
    }

    @Test
    void who_failed_waits_and_who_failed_too_often_is_told_so() {
        Terms terms = new Terms(Track.JUDGES, 2, 14, 0);
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        terms.refuseTooSoon(List.of(), NOW);
        assertEquals("exam.begin.coolDown", refusal(terms, new Terms.Past(yesterday, false)));
        terms.refuseTooSoon(List.of(new Terms.Past(NOW.minus(Duration.ofDays(14)), false)), NOW);
        assertEquals("exam.begin.attempts", refusal(terms, new Terms.Past(yesterday, false), new Terms.Past(yesterday, false)));
        terms.refuseTooSoon(List.of(new Terms.Past(yesterday, false), new Terms.Past(yesterday, false), new Terms.Past(yesterday, true)), NOW);
        assertEquals("exam.begin.attempts", refusal(terms, made(yesterday, true, false), new Terms.Past(yesterday, false), new Terms.Past(yesterday, false)));
        assertEquals("exam.begin.coolDown", refusal(terms, new Terms.Past(yesterday, false), made(yesterday, true, false)), "made up for, the wait holds");
        terms.refuseTooSoon(List.of(new Terms.Past(yesterday, false), made(yesterday, true, true)), NOW);
        assertEquals(13, days(terms, NOW.minus(Duration.ofDays(1))));
        assertEquals(14, days(terms, NOW.minusSeconds(1)), "a day that has begun counts");
        assertEquals(1, days(terms, NOW.minus(Duration.ofDays(14)).plusSeconds(1)));
        assertThrows(Refused.class, () -> new Terms(Track.JUDGES, 0, 14, 0));
        assertThrows(Refused.class, () -> new Terms(Track.JUDGES, 1, 14, 101));
    }

    private static Terms.Past made(Instant at, boolean madeUp, boolean noWait) {
        return new Terms.Past(at, false, madeUp, noWait);
    }

    private static long days(Terms terms, Instant failedAt) {
        return (Long) assertThrows(Refused.class, () -> terms.refuseTooSoon(List.of(new Terms.Past(failedAt, false)), NOW)).arguments()[0];
    }

    private static String refusal(Terms terms, Terms.Past... past) {
        return assertThrows(Refused.class, () -> terms.refuseTooSoon(List.of(past), NOW)).key();
    }
}
