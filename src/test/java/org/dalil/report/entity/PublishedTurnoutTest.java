package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedTurnoutTest {

    private static final SmallestGroup TEN = SmallestGroup.TEN;
    private static final int HIDDEN = 10;

    private static final List<ToIntFunction<Turnout>> PARTS = List.of(Turnout::noTest, Turnout::preOnly, Turnout::postOnly,
            Turnout::partial, Turnout::paired, Turnout::completed);

    private static PublishedTurnout publish(Turnout raw) {
        return PublishedTurnout.from(raw, TEN);
    }

    /** All that a reader sees. */
    private static List<Object> seen(PublishedTurnout t) {
        return List.of(t.noTest(), t.preOnly(), t.postOnly(), t.partial(), t.paired(), t.completed(), t.enrolled(),
                t.matchRate());
    }

    static Stream<Turnout> tables() {
        Random random = new Random(20261120);
        Stream<Turnout> drawn = IntStream.range(0, 60).mapToObj(i -> {
            int[] part = random.ints(5, 0, 4).map(size -> new int[] {random.nextInt(3), random.nextInt(10), random.nextInt(20),
                    10 + random.nextInt(50)}[size]).toArray();
            int after = part[2] + part[3] + part[4];
            return new Turnout(part[0], part[1], part[2], part[3], part[4], after == 0 ? 0 : random.nextInt(after + 1));
        });
        Stream<Turnout> edges = Stream.of(new Turnout(9, 9, 9, 9, 9, 27), new Turnout(0, 0, 0, 0, 46, 46),
                new Turnout(0, 0, 0, 0, 0, 0), new Turnout(0, 10, 0, 0, 46, 46), new Turnout(9, 12, 1, 0, 46, 40),
                new Turnout(5, 0, 4, 1, 46, 50), new Turnout(9, 9, 0, 0, 46, 55), new Turnout(0, 0, 9, 9, 9, 20),
                new Turnout(10, 10, 10, 10, 10, 30), new Turnout(2, 2, 0, 0, 19, 17), new Turnout(2, 2, 0, 0, 19, 19),
                new Turnout(2, 2, 1, 0, 19, 20), new Turnout(0, 0, 1, 1, 19, 20), new Turnout(0, 0, 1, 0, 19, 10), new Turnout(3, 11, 10, 10, 10, 19), new Turnout(9, 9, 9, 9, 10, 10));
        return Stream.concat(edges, drawn);
    }

    /**
     * The reader knows the rules and everything shown. Every table that could stand behind it is tried: each hidden number
     * could still be at least nine different ones.
     */
    @ParameterizedTest
    @MethodSource("tables")
    void nothing_shown_gives_a_hidden_number_back(Turnout raw) {
        List<Object> shown = seen(publish(raw));
        BitSet[] possible = possible(raw, shown);
        PublishedTurnout published = publish(raw);
        List<Count> counts = List.of(published.noTest(), published.preOnly(), published.postOnly(), published.partial(),
                published.paired());
        for (int i = 0; i < counts.size(); i++) {
            if (!counts.get(i).isExact()) {
                assertTrue(possible[i].cardinality() >= HIDDEN - 1, "part " + i + " of " + raw + " can only be " + possible[i]);
            }
        }
        if (!published.completed().isExact()) {
            assertTrue(possible[5].cardinality() > 1, "completed of " + raw + " can only be " + possible[5]);
        }
    }

    private static BitSet[] possible(Turnout raw, List<Object> shown) {
        BitSet[] possible = Stream.generate(BitSet::new).limit(PARTS.size()).toArray(BitSet[]::new);
        int[][] choices = PARTS.stream().limit(5).map(p -> p.applyAsInt(raw))
                .map(n -> n >= HIDDEN ? new int[] {n} : IntStream.range(0, HIDDEN).toArray()).toArray(int[][]::new);
        for (int none : choices[0]) {
            for (int pre : choices[1]) {
                for (int post : choices[2]) {
                    for (int partial : choices[3]) {
                        for (int paired : choices[4]) {
                            completions(raw, post + partial + paired).mapToObj(c -> new Turnout(none, pre, post, partial, paired, c))
                                    .filter(t -> seen(publish(t)).equals(shown)).forEach(t -> mark(possible, t));
                        }
                    }
                }
            }
        }
        return possible;
    }

    /** Those that a reader can't tell from the real one, thinned out. */
    private static IntStream completions(Turnout raw, int after) {
        if (publish(raw).completed().isExact()) {
            return raw.completed() <= after ? IntStream.of(raw.completed()) : IntStream.empty();
        }
        return publish(raw).completed().kind() == Count.Kind.FEWER ? IntStream.of(0, 4, 9).filter(c -> c <= after)
                : IntStream.of(after, after - 1, after - 5, after - 9).filter(c -> c >= HIDDEN);
    }

    private static void mark(BitSet[] possible, Turnout t) {
        for (int i = 0; i < PARTS.size(); i++) {
            possible[i].set(PARTS.get(i).applyAsInt(t));
        }
    }

    @Test
    void a_group_of_nine_is_hidden_and_one_of_ten_is_not() {
        PublishedTurnout t = publish(new Turnout(9, 10, 0, 0, 23, 0));
        assertEquals(Count.Kind.FEWER, t.noTest().kind());
        assertEquals(10, t.preOnly().lower());
        assertEquals(23, t.paired().lower());
        assertEquals(t.noTest(), t.postOnly(), "none at all reads like nine");
    }

    @Test
    void a_total_that_would_give_a_part_back_is_a_range() {
        Count enrolled = publish(new Turnout(3, 12, 10, 10, 46, 20)).enrolled();
        assertEquals(Count.Kind.BETWEEN, enrolled.kind());
        assertEquals(78, enrolled.lower());
        assertEquals(87, enrolled.upper());
    }

    @Test
    void hidden_parts_that_are_a_small_group_together_make_a_narrow_range() {
        Count enrolled = publish(new Turnout(2, 2, 0, 0, 19, 17)).enrolled();
        assertEquals(19, enrolled.lower());
        assertEquals(28, enrolled.upper());
    }

    @Test
    void a_total_with_enough_hidden_behind_it_is_exact() {
        assertEquals(Count.exact(70), publish(new Turnout(9, 12, 2, 1, 46, 30)).enrolled());
    }

    @Test
    void a_match_rate_of_visible_parts_is_exact_and_otherwise_a_range() {
        Interval exact = publish(new Turnout(0, 20, 10, 10, 40, 20)).matchRate().orElseThrow();
        assertEquals(50, exact.lower(), 1e-9);
        assertEquals(50, exact.upper(), 1e-9);
        Interval range = publish(new Turnout(0, 0, 0, 0, 46, 20)).matchRate().orElseThrow();
        assertEquals(100, range.upper(), 1e-9);
        assertEquals(100.0 * 46 / 55, range.lower(), 1e-9);
        assertEquals(Optional.empty(), publish(new Turnout(30, 30, 0, 0, 9, 0)).matchRate());
    }

    @Test
    void completions_that_tell_of_a_hidden_part_are_withheld() {
        assertEquals(Count.Kind.WITHHELD, publish(new Turnout(0, 0, 4, 10, 46, 58)).completed().kind());
        assertTrue(publish(new Turnout(0, 0, 4, 0, 46, 50)).completed().isExact());
        assertFalse(publish(new Turnout(0, 0, 10, 10, 46, 60)).completed().isExact(), "six who did not finish");
    }

    @Test
    void a_larger_smallest_group_hides_more() {
        assertEquals(Count.Kind.FEWER, PublishedTurnout.from(new Turnout(0, 0, 0, 0, 14, 0), new SmallestGroup(15)).paired().kind());
    }
}
