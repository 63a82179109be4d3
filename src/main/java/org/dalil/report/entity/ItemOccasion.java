package org.dalil.report.entity;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalil.assessment.entity.Discrimination;
import org.dalil.assessment.entity.ScoreAndRest;

/**
 * How an item was answered on one occasion, as it may be shown. Made only in this package.
 */
public final class ItemOccasion {

    /** Fewer answers say nothing (ours). */
    public static final int LEAST = ScoreAndRest.LEAST;

    /** Fewer answers say little (ours). */
    public static final int STEADY = ScoreAndRest.STEADY;

    /** The name under which answers that weren't given stand among the marks. */
    public static final String SKIPPED = "";

    private final int answers;
    private final Capped facility;
    private final Optional<Discrimination> discrimination;
    private final Map<String, Optional<Integer>> others;

    private ItemOccasion(ItemTally item, ItemTally.Occasion raw, Group smallest) {
        answers = raw.answers();
        facility = Capped.score(100 * raw.scores().item().mean(), answers);
        discrimination = facility.isExact() ? raw.scores().discrimination() : Optional.empty();
        others = facility.isExact() ? others(item, raw, smallest) : Map.of();
    }

    /** @return nothing below 30 answers, or below the smallest group where that is larger */
    static Optional<ItemOccasion> of(ItemTally item, ItemTally.Occasion raw, Group smallest) {
        return raw.answers() >= LEAST && smallest.holds(raw.answers()) ? Optional.of(new ItemOccasion(item, raw, smallest))
                : Optional.empty();
    }

    /** Of one choice, all answers but the right ones make a sum that the facility gives away. */
    private static Map<String, Optional<Integer>> others(ItemTally item, ItemTally.Occasion raw, Group smallest) {
        Map<String, Integer> marks = new TreeMap<>(raw.marks());
        if (!item.choice()) {
            return HiddenParts.ofEach(marks, raw.answers(), smallest);
        }
        marks.keySet().removeAll(item.key());
        marks.put(SKIPPED, raw.skipped());
        return HiddenParts.ofSum(marks, smallest);
    }

    /** How many answers there are, skipped ones too. */
    public int answers() {
        return answers;
    }

    /** Whether there are too few answers to lean on. */
    public boolean isProvisional() {
        return answers < STEADY;
    }

    /** The mean score in percent; for an item that is right or wrong, the share of right answers. On a safety item 95 is fine. */
    public Capped facility() {
        return facility;
    }

    /** Nothing where nearly all are right or wrong. Before a course it says more than after, when most know. */
    public Optional<Discrimination> discrimination() {
        return discrimination;
    }

    /**
     * How often each thing was marked, by its id: of one choice the wrong ones, with {@link #SKIPPED}; otherwise all. A number
     * that isn't there isn't shown. Empty where nearly all are right or wrong.
     */
    public Map<String, Optional<Integer>> marks() {
        return others;
    }
}
