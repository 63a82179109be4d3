package org.dalil.report.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * People who stand in one place and were counted at one moment, of any number; always the same ones. Not for anybody's eyes:
 * see {@link Gathered}.
 *
 * @param id       of this party
 * @param workshop where they were; nothing for people on their own
 * @param people   how many
 * @param pairs    their scores, if they took both tests; otherwise nobody's
 */
public record Party(UUID id, Optional<UUID> workshop, Place place, int people, Pairs pairs) {

    public Party {
        if (pairs.people() != 0 && pairs.people() != people) {
            throw new IllegalArgumentException("a party either took both tests or didn't");
        }
    }

    /** Of people who took both tests. */
    public static Party paired(UUID id, Optional<UUID> workshop, Place place, Pairs pairs) {
        return new Party(id, workshop, place, pairs.people(), pairs);
    }

    /**
     * The people of a workshop who are in no pair: those whose number its report shows, and those whose number it hides, apart,
     * so that nobody can subtract the one from the sum.
     *
     * @param shown  id of the party of those who are shown
     * @param hidden id of the party of the others
     * @return none where there is nobody
     */
    public static List<Party> unpaired(UUID shown, UUID hidden, UUID workshop, Place place, Turnout turnout,
                                       SmallestGroup smallest) {
        List<Integer> parts = List.of(turnout.noTest(), turnout.preOnly(), turnout.postOnly(), turnout.partial());
        int seen = parts.stream().filter(smallest::holds).mapToInt(Integer::intValue).sum();
        int unseen = parts.stream().mapToInt(Integer::intValue).sum() - seen;
        List<Party> parties = new ArrayList<>();
        Stream.of(Map.entry(shown, seen), Map.entry(hidden, unseen)).filter(e -> e.getValue() > 0)
                .forEach(e -> parties.add(new Party(e.getKey(), Optional.of(workshop), place, e.getValue(), Pairs.NOBODY)));
        return parties;
    }

    boolean isPaired() {
        return pairs.people() > 0;
    }
}
