package org.dalil.report.entity;

/**
 * The same people or answers before and after: who had it both times, who gained it, who lost it, who never had it. "It" is the
 * pass mark, or the right answer to an item. Not for anybody's eyes.
 *
 * @param kept   before and after
 * @param gained after only
 * @param lost   before only
 * @param never  neither
 */
public record BeforeAfter(int kept, int gained, int lost, int never) {

    public static final BeforeAfter NOBODY = new BeforeAfter(0, 0, 0, 0);

    static BeforeAfter one(boolean before, boolean after) {
        return new BeforeAfter(before && after ? 1 : 0, !before && after ? 1 : 0, before && !after ? 1 : 0,
                !before && !after ? 1 : 0);
    }

    public BeforeAfter plus(BeforeAfter more) {
        return new BeforeAfter(kept + more.kept, gained + more.gained, lost + more.lost, never + more.never);
    }

    public int people() {
        return kept + gained + lost + never;
    }

    public int before() {
        return kept + lost;
    }

    public int after() {
        return kept + gained;
    }

    /** Whether each of the four is a group that may be shown. */
    boolean holds(Group smallest) {
        return smallest.holds(kept) && smallest.holds(gained) && smallest.holds(lost) && smallest.holds(never);
    }

    /** The same people before and the same after, with as few as possible who had it both times. */
    BeforeAfter leastAlike() {
        return withKept(Math.max(0, before() + after() - people()));
    }

    /** The table with these margins in which so many had it both times. */
    BeforeAfter withKept(int both) {
        return new BeforeAfter(both, after() - both, before() - both, people() - before() - after() + both);
    }
}
