package org.dalil.report.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.course.entity.Form;

/** Workshops of a programme, drawn at random, as the parties that their closing leaves. */
final class Parties {

    private final Random random;
    private long id;

    Parties(Random random) {
        this.random = random;
    }

    UUID id() {
        return new UUID(7, ++id);
    }

    /** A workshop with up to three languages, and some who are in no pair. */
    List<Party> workshop(String period) {
        UUID workshop = id();
        int course = random.nextInt(3);
        Map<Dimension, String> at = Map.of(Dimension.COURSE, "course-" + course, Dimension.AUDIENCE, course < 2 ? "teens" : "parents",
                Dimension.REGION, "region-" + random.nextInt(3), Dimension.PERIOD, period, Dimension.PARTNER, "partner-" + random.nextInt(2));
        double ease = 0.2 + 0.7 * random.nextDouble();
        List<Party> parties = new ArrayList<>();
        for (String language : List.of("ar", "ckb", "kmr").subList(0, 1 + random.nextInt(3))) {
            int people = random.nextInt(3) == 0 ? random.nextInt(30) : random.nextInt(12);
            if (people > 0) {
                parties.add(paired(id(), Optional.of(workshop), with(at, language), pairs(people, ease)));
            }
        }
        Turnout turnout = new Turnout(random.nextInt(6), random.nextInt(14), random.nextInt(4), random.nextInt(3), people(parties), 0);
        parties.addAll(unpaired(id(), id(), workshop, new Place(at), turnout));
        return parties;
    }

    static Party paired(UUID id, Optional<UUID> workshop, Place place, Pairs pairs) {
        return new Party(id, workshop, place, new Turnout(0, 0, 0, 0, pairs.people(), 0), pairs);
    }

    /** Who is in no pair: those whose number a report shows, and the others. */
    static List<Party> unpaired(UUID shown, UUID hidden, UUID workshop, Place place, Turnout t) {
        Turnout seen = new Turnout(seen(t.noTest()), seen(t.preOnly()), seen(t.postOnly()), seen(t.partial()), 0, 0);
        Turnout unseen = new Turnout(t.noTest() - seen.noTest(), t.preOnly() - seen.preOnly(), t.postOnly() - seen.postOnly(),
                t.partial() - seen.partial(), 0, 0);
        return Stream.of(new Party(shown, Optional.of(workshop), place, seen, Pairs.NOBODY),
                new Party(hidden, Optional.of(workshop), place, unseen, Pairs.NOBODY)).filter(p -> p.people() > 0).toList();
    }

    private static int seen(int people) {
        return SmallestGroup.TEN.holds(people) ? people : 0;
    }

    /** Somebody who learns alone. */
    Party alone(String period) {
        return paired(id(), Optional.empty(), with(Map.of(Dimension.COURSE, "course-0", Dimension.AUDIENCE, "teens",
                Dimension.PERIOD, period), "ar"), pairs(1, 0.6));
    }

    private static Place with(Map<Dimension, String> at, String language) {
        Map<Dimension, String> all = new java.util.EnumMap<>(at);
        all.put(Dimension.LANGUAGE, language);
        return new Place(all);
    }

    private Pairs pairs(int people, double ease) {
        return Pairs.of(Stream.generate(() -> new PairedScore(score(ease - 0.2), score(ease + 0.1), Form.A, 1, false, Map.of())).limit(people)
                .toList(), 80);
    }

    private double score(double ease) {
        return 10.0 * random.doubles(10).filter(d -> d < ease).count();
    }

    static int people(List<Party> parties) {
        return parties.stream().mapToInt(Party::people).sum();
    }
}
