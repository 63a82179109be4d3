package org.dalil.report.entity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Parties that were put together once and for all: never a small group, and never taken apart. Every figure across workshops is a
 * sum over whole batches, so no sum or difference of such figures is about fewer people than a batch has.
 *
 * @param scope   its parties
 * @param cluster the workshop it comes from, or an id of its own where it comes from several: people of one are alike
 * @param place   what its parties have in common
 * @param turnout how far they got
 * @param pairs   their scores, if they took both tests; otherwise nobody's
 */
public record Batch(Scope scope, UUID cluster, Place place, Turnout turnout, Pairs pairs) {

    /** @throws IllegalArgumentException if it would be a small group */
    public Batch {
        if (scope.people() < SmallestGroup.LEAST || pairs.people() != 0 && pairs.people() != scope.people()) {
            throw new IllegalArgumentException("no batch of " + scope.people() + " people");
        }
    }

    /** @param parties all of them paired, or none */
    static Batch of(List<Party> parties, UUID cluster) {
        Scope scope = new Scope(parties.stream().collect(Collectors.toMap(Party::id, Party::people)));
        return new Batch(scope, cluster, parties.stream().map(Party::place).reduce(Place::common).orElse(new Place(Map.of())),
                parties.stream().map(Party::turnout).reduce(Turnout.NOBODY, Turnout::plus), Pairs.sum(parties.stream().map(Party::pairs).toList()));
    }

    public int people() {
        return pairs.people() > 0 ? pairs.people() : scope.people();
    }
}
