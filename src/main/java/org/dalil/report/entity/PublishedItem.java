package org.dalil.report.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One item of the bench, as it may be shown. Made only in this package.
 */
public final class PublishedItem {

    /** How answers of the same people turned, each at least a small group. */
    public record Turn(int gained, int lost, int kept, int never) { }

    /** @param provisional whether either side has too few answers to lean on */
    public record Alarm(LanguageAlarm figures, boolean provisional) { }

    private final String item;
    private final Optional<ItemOccasion> before;
    private final Optional<ItemOccasion> after;
    private final Optional<Double> shift;
    private final Optional<Turn> turn;
    private final Map<String, Alarm> alarms = new TreeMap<>();

    private PublishedItem(ItemTally raw, List<LanguageTally> languages, Group smallest) {
        item = raw.item();
        before = ItemOccasion.of(raw, raw.before(), smallest);
        after = ItemOccasion.of(raw, raw.after(), smallest);
        shift = exact(after).flatMap(a -> exact(before).map(b -> a - b));
        turn = Optional.of(raw.both()).filter(t -> t.people() >= ItemOccasion.LEAST && t.holds(smallest))
                .map(t -> new Turn(t.gained(), t.lost(), t.kept(), t.never()));
        languages.forEach(l -> alarm(l, smallest).ifPresent(a -> alarms.put(l.language(), a)));
    }

    static PublishedItem of(ItemTally raw, List<LanguageTally> languages, Group smallest) {
        return new PublishedItem(raw, languages, smallest);
    }

    private static Optional<Double> exact(Optional<ItemOccasion> occasion) {
        return occasion.map(ItemOccasion::facility).filter(Capped::isExact).map(Capped::value);
    }

    private static Optional<Alarm> alarm(LanguageTally l, Group smallest) {
        int fewer = Math.min(l.here(), l.there());
        return fewer >= ItemOccasion.LEAST && smallest.holds(fewer)
                ? LanguageAlarm.of(l.strata()).map(a -> new Alarm(a, fewer < ItemOccasion.STEADY)) : Optional.empty();
    }

    /** Its id. */
    public String item() {
        return item;
    }

    /** Nothing below 30 answers. */
    public Optional<ItemOccasion> before() {
        return before;
    }

    /** Nothing below 30 answers. */
    public Optional<ItemOccasion> after() {
        return after;
    }

    /**
     * Facility after minus before, in percentage points. Of an item in one form only it compares different people: half of a
     * group took that form before, the other half after.
     */
    public Optional<Double> shift() {
        return shift;
    }

    /** Of those who answered it twice (anchors): nothing where one of the four is a small group. */
    public Optional<Turn> turn() {
        return turn;
    }

    /** By the tag of a language with at least 30 answers, compared with all others. */
    public Map<String, Alarm> alarms() {
        return Map.copyOf(alarms);
    }
}
