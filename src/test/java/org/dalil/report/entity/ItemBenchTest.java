package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemBenchTest {

    private static final SmallestGroup TEN = SmallestGroup.TEN;

    /** Answers to an item whose right choice is a. */
    private static ItemTally.Occasion answers(int a, int b, int c, int skipped) {
        return ItemTally.Occasion.of(IntStream.range(0, a + b + c + skipped).mapToObj(i -> {
            double rest = i % 7 / 7.0;
            return i < a ? new ItemAnswer(1, rest + 0.1, false, List.of("a")) : i < a + b ? new ItemAnswer(0, rest, false, List.of("b"))
                    : i < a + b + c ? new ItemAnswer(0, rest, false, List.of("c")) : new ItemAnswer(0, rest, true, List.of());
        }).toList());
    }

    private static ItemTally tally(ItemTally.Occasion before, ItemTally.Occasion after, BeforeAfter both) {
        return new ItemTally("keys-1", true, Set.of("a"), before, after, both);
    }

    private static PublishedItem publish(ItemTally tally, LanguageTally... languages) {
        return ItemBench.from(List.of(tally), List.of(languages), TEN).items().get(0);
    }

    @ParameterizedTest
    @CsvSource({"29, false, false", "30, true, true", "99, true, true", "100, true, false"})
    void hidden_below_thirty_and_provisional_below_a_hundred(int answers, boolean shown, boolean provisional) {
        PublishedItem item = publish(tally(answers(answers - 12, 12, 0, 0), ItemTally.Occasion.NONE, BeforeAfter.NOBODY));
        assertEquals(shown, item.before().isPresent());
        assertTrue(item.after().isEmpty() && item.shift().isEmpty());
        item.before().ifPresent(o -> assertEquals(provisional, o.isProvisional()));
    }

    @Test
    void facility_shift_and_skips() {
        PublishedItem item = publish(tally(answers(40, 25, 20, 15), answers(75, 15, 10, 0), BeforeAfter.NOBODY));
        assertEquals(40, item.before().orElseThrow().facility().value(), 1e-9);
        assertEquals(35, item.shift().orElseThrow(), 1e-9);
        assertEquals(Map.of("b", Optional.of(25), "c", Optional.of(20), "", Optional.of(15)), item.before().orElseThrow().marks());
        assertTrue(item.before().orElseThrow().discrimination().isPresent());
    }

    @Test
    void a_hidden_choice_takes_another_with_it() {
        Map<String, Optional<Integer>> marks = publish(tally(answers(60, 30, 4, 20), ItemTally.Occasion.NONE, BeforeAfter.NOBODY))
                .before().orElseThrow().marks();
        assertEquals(Map.of("b", Optional.of(30), "c", Optional.empty(), "", Optional.empty()), marks);
    }

    @Test
    void what_nearly_all_got_right_shows_a_bound_and_nothing_else() {
        ItemOccasion occasion = publish(tally(answers(38, 2, 0, 0), ItemTally.Occasion.NONE, BeforeAfter.NOBODY)).before().orElseThrow();
        assertEquals(Capped.Kind.AT_LEAST, occasion.facility().kind());
        assertEquals(92, occasion.facility().value());
        assertTrue(occasion.marks().isEmpty() && occasion.discrimination().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 10, 15, true", "10, 20, 9, 15, false", "0, 40, 0, 40, false"})
    void the_four_of_an_anchor_are_shown_together(int kept, int gained, int lost, int never, boolean shown) {
        ItemTally tally = tally(ItemTally.Occasion.NONE, ItemTally.Occasion.NONE, new BeforeAfter(kept, gained, lost, never));
        assertEquals(shown, publish(tally).turn().isPresent());
    }

    @Test
    void a_language_needs_thirty_answers_on_both_sides() {
        ItemTally tally = tally(answers(40, 25, 20, 15), ItemTally.Occasion.NONE, BeforeAfter.NOBODY);
        LanguageTally enough = new LanguageTally("keys-1", "ckb", List.of(new Stratum(40, 20, 10, 20), new Stratum(50, 10, 12, 18)));
        LanguageTally few = new LanguageTally("keys-1", "kmr", List.of(new Stratum(40, 20, 9, 20)));
        Map<String, PublishedItem.Alarm> alarms = publish(tally, enough, few).alarms();
        assertEquals(Set.of("ckb"), alarms.keySet());
        assertTrue(alarms.get("ckb").provisional());
        assertEquals(LanguageAlarm.Level.ALARM, alarms.get("ckb").figures().level());
    }

    /** The attacker knows the rule, the sum and all that is shown. A hidden number could still be at least nine different ones. */
    @Test
    void no_sum_gives_a_hidden_choice_back() {
        Random random = new Random(61);
        for (int i = 0; i < 400; i++) {
            int size = 2 + random.nextInt(2);
            Map<String, Integer> parts = new TreeMap<>();
            IntStream.range(0, size).forEach(p -> parts.put("p" + p, random.nextInt(28)));
            Map<String, Optional<Integer>> shown = HiddenParts.ofSum(parts, TEN);
            long hidden = shown.values().stream().filter(Optional::isEmpty).count();
            if (hidden > 0 && hidden < size) {
                possible(parts, shown).forEach((id, values) -> assertTrue(values.size() >= 9, parts + ": " + id + " can only be " + values));
            }
            assertTrue(hidden != 1, parts + " hides one alone");
        }
    }

    private static Map<String, Set<Integer>> possible(Map<String, Integer> parts, Map<String, Optional<Integer>> shown) {
        int sum = parts.values().stream().mapToInt(Integer::intValue).sum();
        List<String> ids = List.copyOf(parts.keySet());
        Map<String, Set<Integer>> possible = new TreeMap<>();
        for (int first = 0; first <= sum; first++) {
            for (int second = 0; second <= sum - first; second++) {
                Map<String, Integer> table = new TreeMap<>();
                table.put(ids.get(0), first);
                table.put(ids.get(1), ids.size() == 2 ? sum - first : second);
                if (ids.size() == 3) {
                    table.put(ids.get(2), sum - first - second);
                }
                if (HiddenParts.ofSum(table, TEN).equals(shown)) {
                    shown.forEach((id, value) -> {
                        if (value.isEmpty()) {
                            possible.computeIfAbsent(id, x -> new TreeSet<>()).add(table.get(id));
                        }
                    });
                }
            }
        }
        return possible;
    }

    @Test
    void marks_of_many_choices_are_hidden_near_either_end_and_never_alone() {
        assertEquals(Map.of("a", Optional.empty(), "b", Optional.empty(), "c", Optional.of(20)),
                HiddenParts.ofEach(Map.of("a", 60, "b", 95, "c", 20), 100, TEN));
        assertEquals(Map.of("a", Optional.of(60), "b", Optional.of(50)), HiddenParts.ofEach(Map.of("a", 60, "b", 50), 100, TEN));
    }

    @Test
    void a_tally_stands_until_ten_answers_make_the_difference() {
        ItemTally last = tally(answers(40, 10, 10, 0), answers(50, 10, 10, 0), BeforeAfter.NOBODY);
        ItemTally one = tally(answers(41, 10, 10, 0), answers(50, 10, 10, 0), BeforeAfter.NOBODY);
        ItemTally ten = tally(answers(50, 10, 10, 0), answers(50, 10, 10, 0), BeforeAfter.NOBODY);
        ItemTally tenAndOne = tally(answers(50, 10, 10, 0), answers(51, 10, 10, 0), BeforeAfter.NOBODY);
        ItemTally another = tally(answers(39, 11, 10, 0), answers(50, 10, 10, 0), BeforeAfter.NOBODY);
        assertEquals(last, ItemBench.next(Optional.of(last), one, TEN));
        assertEquals(ten, ItemBench.next(Optional.of(last), ten, TEN));
        assertEquals(last, ItemBench.next(Optional.of(last), tenAndOne, TEN));
        assertEquals(last, ItemBench.next(Optional.of(last), another, TEN), "one came, one went");
        assertEquals(one, ItemBench.next(Optional.empty(), one, TEN));
        ItemTally unseen = tally(answers(20, 5, 4, 0), ItemTally.Occasion.NONE, BeforeAfter.NOBODY);
        assertEquals(one, ItemBench.next(Optional.of(unseen), one, TEN), "nobody saw it");
    }

    @Test
    void tallies_put_together_are_the_tally() {
        ItemTally one = tally(answers(10, 5, 2, 1), answers(12, 3, 3, 0), new BeforeAfter(1, 2, 3, 4));
        ItemTally two = tally(answers(7, 5, 0, 2), answers(9, 3, 1, 1), new BeforeAfter(5, 6, 7, 8));
        ItemTally sum = one.plus(two);
        assertEquals(32, sum.before().answers());
        assertEquals(17, sum.before().right());
        assertEquals(3, sum.before().skipped());
        assertEquals(Map.of("a", 17, "b", 10, "c", 2), sum.before().marks());
        assertEquals(new BeforeAfter(6, 8, 10, 12), sum.both());
        assertFalse(sum.after().scores().discrimination().isEmpty());
    }
}
