package org.dalil.report.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the items of a course work, as anybody may see it who may see reports: hidden below 30 answers, provisional below 100.
 */
public final class ItemBench implements Published {

    private final List<PublishedItem> items;

    private ItemBench(List<PublishedItem> items) {
        this.items = items;
    }

    /**
     * @param tallies   as {@link #next} lets them be shown
     * @param languages of the same items
     */
    public static ItemBench from(List<ItemTally> tallies, List<LanguageTally> languages, SmallestGroup smallest) {
        Map<String, List<LanguageTally>> byItem = languages.stream().collect(Collectors.groupingBy(LanguageTally::item));
        return new ItemBench(tallies.stream()
                .map(t -> PublishedItem.of(t, byItem.getOrDefault(t.item(), List.of()), smallest)).toList());
    }

    /**
     * What is shown of an item after {@code last}: the new tally, or nothing if the last one stands, since fewer answers than the
     * smallest group make the difference, before, after, or of those who answered twice. Where nothing was shown, there is
     * nothing to subtract from.
     */
    public static ItemTally next(Optional<ItemTally> last, ItemTally now, SmallestGroup smallest) {
        return last.filter(l -> isShown(l) && !(apart(l.before(), now.before(), smallest) && apart(l.after(), now.after(), smallest)
                && apart(l.both().people(), now.both().people(), l.both().equals(now.both()), smallest))).orElse(now);
    }

    private static boolean isShown(ItemTally tally) {
        return Math.max(tally.before().answers(), tally.after().answers()) >= ItemOccasion.LEAST;
    }

    private static boolean apart(ItemTally.Occasion last, ItemTally.Occasion now, SmallestGroup smallest) {
        return apart(last.answers(), now.answers(), last.equals(now), smallest);
    }

    /** The same number of other answers is a difference, too: somebody came and somebody erased their card. */
    private static boolean apart(int last, int now, boolean same, SmallestGroup smallest) {
        return same || smallest.holds(Math.abs(now - last));
    }

    /** In the order of the tallies. */
    public List<PublishedItem> items() {
        return items;
    }
}
