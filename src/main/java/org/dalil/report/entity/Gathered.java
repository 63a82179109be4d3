package org.dalil.report.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of parties that were put together.
 *
 * <p>A workshop with enough pairs has a report of its own, so its pairs go into batches at once and all of them, by language where
 * each language has enough people; small ones go together. Everybody else waits for people in the same place. Who has waited
 * long may give up dimensions: people of two languages are put together and stand under none.
 *
 * @param batches for good
 * @param waiting too few to be seen yet
 */
public record Gathered(List<Batch> batches, List<Party> waiting) {

    /**
     * @param parties new ones and those that waited, in any order
     * @param givenUp dimensions that no longer matter to those who wait; none while there is time
     */
    public static Gathered of(List<Party> parties, SmallestGroup smallest, Set<Dimension> givenUp) {
        List<Party> sorted = parties.stream().sorted(Comparator.comparing(Party::id)).toList();
        List<Batch> batches = new ArrayList<>();
        List<Party> rest = new ArrayList<>(sorted.stream().filter(p -> !isOfReport(p)).toList());
        by(sorted.stream().filter(Gathered::isOfReport).toList(), p -> p.workshop().orElseThrow()).forEach((workshop, own) -> {
            if (smallest.holds(people(own))) {
                split(own, smallest).forEach(b -> batches.add(Batch.of(b, workshop)));
            } else {
                rest.addAll(own);
            }
        });
        List<Party> waiting = new ArrayList<>();
        by(rest, p -> Map.entry(p.isPaired(), p.place().without(givenUp))).values()
                .forEach(alike -> gather(alike, smallest, batches, waiting));
        return new Gathered(List.copyOf(batches), List.copyOf(waiting));
    }

    /** Pairs of a workshop, which has a report if they are enough. */
    private static boolean isOfReport(Party party) {
        return party.isPaired() && party.workshop().isPresent();
    }

    private static <K> Map<K, List<Party>> by(List<Party> parties, Function<Party, K> key) {
        return parties.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static int people(Collection<Party> parties) {
        return parties.stream().mapToInt(Party::people).sum();
    }

    /** A workshop by its places, so that every part is large enough and no extreme; otherwise whole: it has a report of its own. */
    private static List<List<Party>> split(List<Party> own, SmallestGroup smallest) {
        List<List<Party>> places = new ArrayList<>(by(own, Party::place).values());
        places.sort(Comparator.comparingInt(Gathered::people));
        List<Party> together = new ArrayList<>();
        while (!places.isEmpty() && (isSmall(places.get(0), smallest) || !together.isEmpty() && isSmall(together, smallest))) {
            together.addAll(places.remove(0));
        }
        if (!together.isEmpty()) {
            places.add(together);
        }
        return places.stream().allMatch(Gathered::isPlain) ? places : List.of(own);
    }

    private static boolean isSmall(List<Party> parties, SmallestGroup smallest) {
        return !smallest.holds(people(parties));
    }

    private static boolean isPlain(List<Party> parties) {
        return Pairs.sum(parties.stream().map(Party::pairs).toList()).figures().isPlain();
    }

    /** Those that are enough stay by themselves: somebody may know how many they are. The others in their order, until there are enough. */
    private static void gather(List<Party> alike, SmallestGroup smallest, List<Batch> batches, List<Party> waiting) {
        alike.stream().filter(p -> smallest.holds(p.people())).forEach(p -> batches.add(Batch.of(List.of(p), p.id())));
        List<Party> some = new ArrayList<>();
        for (Party party : alike.stream().filter(p -> !smallest.holds(p.people())).toList()) {
            some.add(party);
            if (smallest.holds(people(some))) {
                UUID own = some.get(0).id();
                batches.add(Batch.of(some, own));
                some = new ArrayList<>();
            }
        }
        waiting.addAll(some);
    }
}
