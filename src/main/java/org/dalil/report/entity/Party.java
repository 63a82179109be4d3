package org.dalil.report.entity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * People who stand in one place and were counted at one moment, of any number; always the same ones. Not for anybody's eyes:
 * see {@link Gathered}.
 *
 * @param id       of this party
 * @param workshop where they were; nothing for people on their own
 * @param turnout  how many, by how far they got
 * @param pairs    their scores, if they took both tests; otherwise nobody's
 */
public record Party(UUID id, Optional<UUID> workshop, Place place, Turnout turnout, Pairs pairs) {

    public Party {
        if (pairs.people() != turnout.paired() || pairs.people() != 0 && pairs.people() != turnout.enrolled()) {
            throw new IllegalArgumentException("a party either took both tests or didn't");
        }
    }

    /** Made of people who took both tests of the stage, or of people who didn't. */
    public static Party of(UUID id, Optional<UUID> workshop, Place place, Stage stage, List<Reached> people) {
        Pairs pairs = Pairs.sum(people.stream().flatMap(p -> p.pair(stage).map(s -> Pairs.of(List.of(s), p.mark())).stream()).toList());
        Turnout turnout = stage == Stage.COURSE ? Turnout.of(people.stream().map(Reached::participant).toList())
                : new Turnout(0, 0, 0, 0, pairs.people(), pairs.people());
        return new Party(id, workshop, place, turnout, pairs);
    }

    /**
     * Who of a workshop stands together: pairs by language; of the others those whose number the workshop's report shows, and those
     * whose number it hides, apart, so that nobody can subtract the one from the sum.
     *
     * @param some    not yet in a party
     * @param turnout of everybody in the workshop
     */
    public static Collection<List<Reached>> apart(List<Reached> some, Turnout turnout, SmallestGroup smallest) {
        Map<Object, List<Reached>> parts = some.stream().collect(Collectors.groupingBy(p -> p.isPaired() ? p.place()
                : (Object) smallest.holds(turnout.in(p.participant().state()))));
        return parts.values();
    }

    /** What people have alike. */
    public static Place place(List<Reached> people) {
        return people.stream().map(Reached::place).reduce(Place::common).orElse(new Place(Map.of()));
    }

    int people() {
        return turnout.enrolled();
    }

    boolean isPaired() {
        return pairs.people() > 0;
    }
}
