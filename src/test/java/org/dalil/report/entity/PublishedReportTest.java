package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.assessment.entity.Sample;
import org.dalil.platform.entity.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedReportTest {

    private static final Instant NOW = Instant.parse("2026-11-30T22:30:00Z");
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private static PublishedReport publish(PairFigures pairs) {
        double squares = pairs.deviation() * pairs.deviation() * (pairs.people() - 1);
        int kept = Math.min(pairs.passedPre(), pairs.passedPost());
        Pairs sums = new Pairs(pairs.people(), pairs.meanPre(), pairs.meanPost(), 900, 900, squares, new BeforeAfter(kept,
                pairs.passedPost() - kept, pairs.passedPre() - kept, pairs.people() + kept - pairs.passedPre() - pairs.passedPost()));
        WorkshopTotals totals = new WorkshopTotals(new UUID(3, 4), new UUID(1, 2), 20, new Turnout(0, 0, 0, 0, pairs.people(), 0),
                new FormOrders(sums, Pairs.NOBODY), 0, Sample.NONE, 0, Sample.NONE, List.of(), List.of());
        return PublishedReport.from(new WorkshopRelease(1, NOW, totals), SmallestGroup.TEN, BAGHDAD);
    }

    private static PairFigures pairs(int people, double pre, double post) {
        return new PairFigures(people, pre, post, post - pre, 12, people / 3, people / 2);
    }

    @Test
    void what_can_be_shown_can_only_be_made_by_hiding() {
        Stream.of(PublishedReport.class, PublishedCourse.class, PublishedTurnout.class, PublishedScores.class, PublishedWorkshop.class, PublishedForms.class,
                MasteryChange.class, ObjectiveChange.class, RoomReport.class, Count.class, Capped.class, Share.class).forEach(type -> {
                    assertTrue(Arrays.stream(type.getDeclaredConstructors()).allMatch(c -> Modifier.isPrivate(c.getModifiers())),
                            type + " has a constructor for others");
                    assertTrue(Modifier.isFinal(type.getModifiers()), type + " can be extended");
                    long makers = Arrays.stream(type.getDeclaredMethods())
                            .filter(m -> Modifier.isStatic(m.getModifiers()) && Modifier.isPublic(m.getModifiers())).count();
                    assertEquals(type == PublishedReport.class || type == PublishedCourse.class || type == RoomReport.class ? 1 : 0, makers, type + " can be made by others");
                });
        assertFalse(Published.class.isAssignableFrom(RoomReport.class), "what prints or writes files could take it");
    }

    @Test
    void nine_pairs_show_nothing_and_ten_show_their_change() {
        assertTrue(publish(pairs(9, 40, 60)).scores().isEmpty());
        PublishedScores ten = publish(pairs(10, 40, 60)).scores().orElseThrow();
        assertEquals(20, ten.change().orElseThrow().points(), 1e-9);
        // 20 ± 2.262157 · 12 / √10
        assertEquals(11.4157, ten.change().orElseThrow().interval().lower(), 1e-3);
    }

    @Test
    void the_month_is_that_of_the_people_and_no_day_is_there() {
        assertEquals(Optional.of(YearMonth.of(2026, 12)), publish(pairs(10, 40, 60)).asOf());
        assertTrue(publish(pairs(9, 40, 60)).asOf().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"10, 90, EXACT, 90", "10, 90.1, AT_LEAST, 90", "10, 100, AT_LEAST, 90", "10, 9.9, AT_MOST, 10",
            "23, 95.6, EXACT, 95.6", "23, 96, AT_LEAST, 95", "200, 99.6, AT_LEAST, 99"})
    void a_mean_stops_where_it_would_speak_of_each_person(int people, double mean, Capped.Kind kind, double value) {
        Capped shown = publish(pairs(people, 50, mean)).scores().orElseThrow().after();
        assertEquals(kind, shown.kind());
        assertEquals(value, shown.value(), 1e-9);
    }

    @Test
    void a_capped_mean_takes_the_change_with_it() {
        assertTrue(publish(pairs(10, 50, 99)).scores().orElseThrow().change().isEmpty());
        assertTrue(publish(pairs(10, 0, 50)).scores().orElseThrow().change().isEmpty());
    }

    @Test
    void the_same_gain_for_everybody_is_not_shown() {
        assertTrue(publish(new PairFigures(12, 40, 60, 20, 0, 4, 6)).scores().orElseThrow().change().isEmpty());
        assertTrue(publish(pairs(7000, 48, 74)).scores().orElseThrow().change().isPresent(), "a narrow interval of many people is shown");
    }

    @ParameterizedTest
    @CsvSource({"17, EXACT, 17", "20, EXACT, 20", "21, AT_LEAST, 21", "22, AT_LEAST, 21", "23, AT_LEAST, 21", "3, EXACT, 3",
            "2, AT_MOST, 2", "0, AT_MOST, 2"})
    void a_share_needs_three_people_on_either_side(int passed, Capped.Kind kind, double value) {
        Share share = publish(new PairFigures(23, 40, 60, 20, 9, 6, passed)).scores().orElseThrow().passedAfter();
        assertEquals(kind, share.people().kind());
        assertEquals(value, share.people().value(), 1e-9);
        assertEquals(kind == Capped.Kind.EXACT, share.interval().isPresent());
    }

    /** A mean that is shown leaves every score open to every single person, whatever the others have. */
    @Test
    void a_shown_mean_leaves_each_person_any_score() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int people = 10 + random.nextInt(90);
            double ease = random.nextDouble();
            double mean = random.doubles(people).map(d -> d < ease ? 100 : Math.rint(d * 10) * 10).average().orElseThrow();
            Capped shown = Capped.mean(mean, people);
            if (shown.isExact()) {
                assertTrue(people * mean >= 100 - 1e-6 && people * (100 - mean) >= 100 - 1e-6, people + " people, " + mean);
            } else {
                assertTrue(shown.kind() == Capped.Kind.AT_LEAST ? mean >= shown.value() : mean <= shown.value());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", "-10", "ten", "10.5", "", "99999"})
    void the_smallest_group_goes_upward_only(String setting) {
        if (setting.equals("9")) {
            assertThrows(IllegalArgumentException.class, () -> new SmallestGroup(9));
        }
        assertThrows(CannotStart.class, () -> SmallestGroup.of(Optional.of(setting)));
        assertEquals(25, SmallestGroup.of(Optional.of("25")).people());
        assertEquals(10, SmallestGroup.of(Optional.empty()).people());
    }
}
