package org.dalil.report.entity;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that was shown so far, by whom it was about. Every view and every export counts.
 *
 * @param earlier whom each release was about
 */
public record Ledger(List<Scope> earlier) {

    public Ledger {
        earlier = List.copyOf(earlier);
    }

    /**
     * Whether figures about these people may be shown. They may not where an earlier release and this one differ by one to nine
     * people, either way round, or where those releases that lie within another one leave one to nine people of it: whoever has
     * all of them can subtract.
     */
    public boolean admits(Scope next, SmallestGroup smallest) {
        boolean apart = earlier.stream().allMatch(e -> disjoint(e, next)
                || tellsOfNobody(next.peopleNotIn(e), smallest) && tellsOfNobody(e.peopleNotIn(next), smallest));
        List<Scope> all = Stream.concat(earlier.stream(), Stream.of(next)).distinct().toList();
        return tellsOfNobody(next.people(), smallest) && apart
                && all.stream().filter(s -> next.isWithin(s)).allMatch(s -> tellsOfNobody(s.peopleNotIn(within(all, s)), smallest));
    }

    public Ledger with(Scope next) {
        return new Ledger(Stream.concat(earlier.stream(), Stream.of(next)).distinct().toList());
    }

    /** Everybody in a release that is a part of this one. */
    private static Scope within(List<Scope> all, Scope whole) {
        return Scope.of(all.stream().filter(s -> !s.equals(whole) && s.isWithin(whole)).toList());
    }

    private static boolean disjoint(Scope one, Scope other) {
        return one.peopleNotIn(other) == one.people();
    }

    private static boolean tellsOfNobody(int people, SmallestGroup smallest) {
        return people == 0 || smallest.holds(people);
    }
}
