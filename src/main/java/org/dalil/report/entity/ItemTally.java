package org.dalil.report.entity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dalil.assessment.entity.ScoreAndRest;

/**
 * Answers to one item, added up; two tallies of it can be put together. Not for anybody's eyes: see {@link ItemBench}.
 *
 * @param item   its id, the same in every language
 * @param choice whether exactly one thing is marked (single, true-false), so that marks and skips make up all answers
 * @param key    ids of what is right
 * @param before answers in tests before
 * @param after  answers in tests after
 * @param both   of those who answered it before and after (anchors only): who had the whole score
 */
public record ItemTally(String item, boolean choice, Set<String> key, Occasion before, Occasion after, BeforeAfter both) {

    /**
     * Within one occasion.
     *
     * @param scores  at the item and at the rest
     * @param right   how many have the whole score
     * @param skipped how many gave no answer
     * @param marks   how many marked each thing, by its id
     */
    public record Occasion(ScoreAndRest scores, int right, int skipped, Map<String, Integer> marks) {

        public static final Occasion NONE = new Occasion(ScoreAndRest.NONE, 0, 0, Map.of());

        public static Occasion of(Collection<ItemAnswer> answers) {
            Map<String, Integer> marks = answers.stream().map(ItemAnswer::marks).flatMap(List::stream)
                    .collect(Collectors.toMap(m -> m, m -> 1, Integer::sum, TreeMap::new));
            return new Occasion(ScoreAndRest.of(answers, ItemAnswer::score, ItemAnswer::rest), (int) answers.stream().filter(ItemAnswer::isRight).count(),
                    (int) answers.stream().filter(ItemAnswer::skipped).count(), marks);
        }

        public Occasion plus(Occasion more) {
            Map<String, Integer> sum = new TreeMap<>(marks);
            more.marks.forEach((id, count) -> sum.merge(id, count, Integer::sum));
            return new Occasion(scores.plus(more.scores), right + more.right, skipped + more.skipped, sum);
        }

        int answers() {
            return scores.answers();
        }
    }

    /** @throws IllegalArgumentException if the other one is of another item */
    public ItemTally plus(ItemTally more) {
        if (!item.equals(more.item)) {
            throw new IllegalArgumentException("tallies of two items");
        }
        return new ItemTally(item, choice, key, before.plus(more.before), after.plus(more.after), both.plus(more.both));
    }
}
