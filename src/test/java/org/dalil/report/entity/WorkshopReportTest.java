package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalil.assessment.entity.Sample;
import org.dalil.course.entity.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkshopReportTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Movement NOTHING = new Movement(0, 0);

    private static PublishedReport publish(WorkshopFigures figures) {
        return PublishedReport.from(first(WorkshopTotals.of(figures), SmallestGroup.TEN), SmallestGroup.TEN, ZoneOffset.UTC);
    }

    private static RoomReport room(WorkshopFigures figures) {
        return RoomReport.from(Optional.of(first(WorkshopTotals.of(figures), RoomGroup.FIVE)), 25, figures.turnout());
    }

    private static WorkshopRelease first(WorkshopTotals totals, Group smallest) {
        return WorkshopRelease.next(Optional.empty(), totals, NOTHING, false, smallest, NOW).orElseThrow();
    }

    private static WorkshopFigures of(int paired, Turnout rest, int seed) {
        return Workshops.figures(new Random(seed), new Turnout(rest.noTest(), rest.preOnly(), rest.postOnly(), rest.partial(), paired,
                rest.completed()));
    }

    @Test
    void a_workshop_of_nine_pairs_shows_nothing_outside_and_its_means_inside() {
        WorkshopFigures nine = of(9, Turnout.NOBODY, 1);
        PublishedReport outside = publish(nine);
        PublishedWorkshop detail = outside.workshop();
        assertTrue(outside.scores().isEmpty());
        assertTrue(detail.mastery().isEmpty() && detail.objectives().isEmpty() && detail.exposure().isEmpty() && detail.again().isEmpty()
                && detail.forms().isEmpty() && detail.effect().isEmpty() && detail.normalised().isEmpty() && detail.early().isEmpty());
        assertEquals(Optional.of(9), room(nine).people());
        assertEquals(9, room(nine).turnout().paired());
    }

    @Test
    void the_room_shows_no_scores_of_four() {
        RoomReport four = room(of(4, new Turnout(1, 2, 0, 0, 0, 3), 2));
        assertTrue(four.before().isEmpty() && four.after().isEmpty() && four.change().isEmpty() && four.passedAfter().isEmpty()
                && four.objectives().isEmpty() && four.exposure().isEmpty() && four.again().isEmpty());
        assertEquals(2, four.turnout().preOnly());
    }

    @Test
    void the_report_has_a_month_and_no_day() {
        assertEquals(Optional.of(YearMonth.of(2026, 11)), publish(of(23, Turnout.NOBODY, 3)).asOf());
        assertEquals(new UUID(3, 4), publish(of(23, Turnout.NOBODY, 3)).workshopId());
    }

    @ParameterizedTest
    @CsvSource({"19, false", "20, true"})
    void effect_sizes_are_for_twenty(int people, boolean shown) {
        List<PairedScore> pairs = IntStream.range(0, people).mapToObj(i -> new PairedScore(30 + 2 * (i % 7), 60 + 3 * (i % 5),
                i % 2 == 0 ? Form.A : Form.B, 1, false, Map.of())).toList();
        WorkshopFigures figures = new WorkshopFigures(new UUID(3, 4), new UUID(1, 2), 80, 25, new Turnout(0, 0, 0, 0, people, 0), pairs,
                List.of(), List.of());
        assertEquals(shown, publish(figures).workshop().effect().isPresent());
        assertTrue(publish(figures).scores().orElseThrow().change().isPresent());
    }

    @Test
    void figures_that_dont_fit_together_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new WorkshopFigures(new UUID(3, 4), new UUID(1, 2), 80, 25,
                new Turnout(0, 0, 0, 0, 3, 0), List.of(), List.of(), List.of()));
    }

    /** The mean of all items, less those of the objectives that are shown, is the mean of those that aren't: no extreme. */
    @Test
    void what_is_left_of_the_mean_is_no_extreme() {
        Random random = new Random(51);
        int hidden = 0;
        for (int i = 0; i < 4_000; i++) {
            WorkshopFigures figures = Workshops.drawn(random);
            PublishedReport report = publish(figures);
            if (report.scores().isEmpty()) {
                continue;
            }
            List<ObjectiveChange> objectives = report.workshop().objectives();
            hidden += check(report.scores().get().before(), objectives.stream().map(ObjectiveChange::before).toList(),
                    figures.pairs().stream().mapToDouble(PairedScore::before).average().orElseThrow(), figures.pairs().size());
            hidden += check(report.scores().get().after(), objectives.stream().map(ObjectiveChange::after).toList(),
                    figures.pairs().stream().mapToDouble(PairedScore::after).average().orElseThrow(), figures.pairs().size());
        }
        assertTrue(hidden > 100, "the test has seen too little: " + hidden);
    }

    private static int check(Capped all, List<Optional<Capped>> objectives, double mean, int people) {
        List<Capped> seen = objectives.stream().flatMap(Optional::stream).filter(Capped::isExact).toList();
        int left = objectives.size() - seen.size();
        if (!all.isExact()) {
            assertEquals(objectives.size(), left, "a capped mean can be added up");
            return 1;
        }
        if (left > 0) {
            double rest = (mean * objectives.size() - seen.stream().mapToDouble(Capped::value).sum()) / left;
            assertTrue(people * rest >= 100 - 1e-6 && people * (100 - rest) >= 100 - 1e-6, "what is left is " + rest + " of " + people);
        }
        return left > 0 ? 1 : 0;
    }

    /** The attacker has every number of people in the report. What isn't shown exactly is no sum or difference of them. */
    @Test
    void no_sum_of_published_numbers_is_a_hidden_one() {
        Random random = new Random(52);
        for (int i = 0; i < 2_000; i++) {
            PublishedReport report = publish(Workshops.drawn(random));
            Attack attack = new Attack();
            Stream.Builder<double[]> hidden = Stream.builder();
            numbers(report).forEach((cells, shown) -> {
                if (shown) {
                    attack.learn(cells);
                } else {
                    hidden.add(cells);
                }
            });
            hidden.build().forEach(cells -> assertFalse(attack.finds(cells), "a hidden number comes out"));
        }
    }

    private static final int PARTS = 4;
    private static final int KINDS = 16;

    /** Cells: four parts without a pair; pairs by passed before, passed after, form A first, closed early. */
    private static Map<double[], Boolean> numbers(PublishedReport report) {
        PublishedTurnout t = report.turnout();
        Map<double[], Boolean> all = new java.util.IdentityHashMap<>();
        List<Count> parts = List.of(t.noTest(), t.preOnly(), t.postOnly(), t.partial());
        IntStream.range(0, PARTS).forEach(i -> all.put(cells(c -> c == i), parts.get(i).isExact()));
        all.put(cells(c -> c >= PARTS), t.paired().isExact());
        all.put(cells(c -> true), t.enrolled().isExact());
        PublishedWorkshop detail = report.workshop();
        all.put(pairs(0), report.scores().filter(s -> s.passedBefore().people().isExact()).isPresent());
        all.put(pairs(1), report.scores().filter(s -> s.passedAfter().people().isExact()).isPresent());
        all.put(pairs(2), detail.forms().isPresent());
        all.put(pairs(3), detail.early().filter(s -> s.people().isExact()).isPresent());
        return all;
    }

    private static double[] pairs(int bit) {
        return cells(c -> c >= PARTS && ((c - PARTS) >> bit & 1) == 1);
    }

    private static double[] cells(java.util.function.IntPredicate counted) {
        return IntStream.range(0, PARTS + KINDS).mapToDouble(c -> counted.test(c) ? 1 : 0).toArray();
    }

    @Test
    void while_a_workshop_is_open_its_scores_are_not_there() {
        WorkshopTotals totals = WorkshopTotals.of(of(23, Turnout.NOBODY, 5));
        Optional<WorkshopRelease> none = WorkshopRelease.next(Optional.empty(), totals, NOTHING, true, RoomGroup.FIVE, NOW);
        assertEquals(Optional.empty(), none);
        RoomReport open = RoomReport.from(none, 25, totals.turnout());
        assertEquals(23, open.turnout().paired());
        assertTrue(open.people().isEmpty() && open.before().isEmpty() && open.objectives().isEmpty() && open.exposure().isEmpty());
    }

    /** Sheets that come one by one after the close: new scores only once five more are in them. */
    @Test
    void watching_late_sheets_shows_nobody() {
        Random random = new Random(53);
        for (int i = 0; i < 200; i++) {
            WorkshopFigures all = Workshops.figures(random, new Turnout(0, 0, 0, 0, 40, 0));
            WorkshopTotals twenty = WorkshopTotals.of(some(all, 20));
            WorkshopRelease last = first(twenty, RoomGroup.FIVE);
            for (int in = 21; in <= 40; in++) {
                WorkshopFigures now = some(all, in);
                int since = in - last.totals().turnout().paired();
                WorkshopRelease next = WorkshopRelease.next(Optional.of(last), WorkshopTotals.of(now), new Movement(since, since), false,
                        RoomGroup.FIVE, NOW).orElseThrow();
                int people = RoomReport.from(Optional.of(next), 25, now.turnout()).people().orElse(0);
                int more = people - last.totals().turnout().paired();
                assertTrue(more == 0 || more >= 5, "after " + last.totals().turnout().paired() + " people " + people);
                if (more > 0) {
                    double gone = last.totals().turnout().paired();
                    double mean = (people * mean(now) - gone * mean(some(all, (int) gone))) / more;
                    assertTrue(mean >= 100.0 / more - 1e-6 && mean <= 100 - 100.0 / more + 1e-6, "the new ones have " + mean);
                }
                last = next;
            }
        }
    }

    private static double mean(WorkshopFigures figures) {
        return figures.pairs().stream().mapToDouble(PairedScore::after).average().orElseThrow();
    }

    private static WorkshopFigures some(WorkshopFigures all, int in) {
        return new WorkshopFigures(all.workshopId(), all.courseId(), 80, 25, new Turnout(0, all.pairs().size() - in, 0, 0, in, 0),
                all.pairs().subList(0, in), List.of(), List.of());
    }

    @Test
    void late_sheets_wait_until_they_are_ten() {
        WorkshopFigures all = Workshops.figures(new Random(6), new Turnout(0, 0, 0, 0, 60, 0));
        WorkshopRelease first = first(WorkshopTotals.of(some(all, 25)), SmallestGroup.TEN);
        for (int more : new int[] {4, 9}) {
            assertEquals(first, late(first, some(all, 25 + more), more));
        }
        assertEquals(2, late(first, some(all, 55), 30).number());
    }

    private static WorkshopRelease late(WorkshopRelease last, WorkshopFigures now, int more) {
        return WorkshopRelease.next(Optional.of(last), WorkshopTotals.of(now), new Movement(more, more), false, SmallestGroup.TEN, NOW)
                .orElseThrow();
    }

    @Test
    void what_is_kept_of_a_small_group_holds_no_scores() {
        WorkshopTotals kept = first(WorkshopTotals.of(of(9, Turnout.NOBODY, 7)), SmallestGroup.TEN).totals();
        assertEquals(new FormOrders(Pairs.NOBODY, Pairs.NOBODY), kept.orders());
        assertTrue(kept.objectives().isEmpty() && kept.again().isEmpty() && kept.exposure().equals(Sample.NONE) && kept.early() == 0);
    }

    @Test
    void what_is_kept_can_be_written_and_read() throws Exception {
        WorkshopTotals totals = WorkshopTotals.of(of(23, new Turnout(1, 12, 0, 0, 0, 20), 8));
        ObjectMapper json = new ObjectMapper();
        assertEquals(totals, json.readValue(json.writeValueAsString(totals), WorkshopTotals.class));
    }

    /** Bounds of a mean must not say how many people it is about where that number is hidden. */
    @Test
    void the_bound_of_those_without_a_pair_doesnt_count_them() {
        for (int people = 10; people < 40; people++) {
            WorkshopFigures figures = of(20, new Turnout(0, people, 0, 0, 0, 0), 9);
            WorkshopFigures all = new WorkshopFigures(figures.workshopId(), figures.courseId(), 80, 25, figures.turnout(), figures.pairs(),
                    Stream.generate(() -> 100.0).limit(people).toList(), List.of());
            assertEquals(90, publish(all).workshop().unpairedBefore().orElseThrow().value());
        }
    }

    /** One attacker, every table of up to 48 people: with all that is shown, at least four tables are left, or all four are large. */
    @Test
    void the_change_at_the_pass_mark_gives_no_table_back() {
        for (int people = 10; people <= 48; people++) {
            for (int before = 3; before <= people - 3; before++) {
                for (int after = 3; after <= people - 3; after++) {
                    checkTables(people, before, after);
                }
            }
        }
    }

    private static void checkTables(int people, int before, int after) {
        BeforeAfter first = new BeforeAfter(Math.max(0, before + after - people), after - Math.max(0, before + after - people),
                before - Math.max(0, before + after - people), people - before - after + Math.max(0, before + after - people));
        IntStream.rangeClosed(first.kept(), Math.min(before, after)).mapToObj(first::withKept)
                .collect(java.util.stream.Collectors.groupingBy(t -> seen(MasteryChange.of(t, SmallestGroup.TEN).orElseThrow())))
                .forEach((seen, tables) -> assertTrue(tables.size() >= 4
                        || tables.stream().allMatch(t -> Stream.of(t.kept(), t.gained(), t.lost(), t.never()).min(Comparator.naturalOrder())
                                .orElseThrow() >= 10), seen + " leaves only " + tables));
    }

    private static List<Object> seen(MasteryChange change) {
        return List.of(change.points(), change.interval(), change.isExact(), change.clear(), change.p(), change.isByBinomial());
    }
}
