package org.dalil.report.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who began and who took the tests, as it may be shown.
 *
 * <p>Rules (suppression with complements, for one partition with a total and one subset that crosses it):
 * <ol>
 * <li>A part below the smallest group is hidden; nought too.</li>
 * <li>The total is shown exactly only where each hidden part could still be anything from nought to the most a hidden part
 * can be, where the hidden parts together are no small group, and where those who didn't finish are none. Otherwise it is the
 * range that follows from the visible parts; a narrower one, where the hidden parts together are a small group.</li>
 * <li>The match rate follows from the visible parts and the total, as a range where one is hidden.</li>
 * <li>Completions cross the parts: they are withheld where they would say anything about a hidden part by itself, or where
 * the rest of the visible parts they lie in would be a small group.</li>
 * </ol>
 * {@code PublishedTurnoutTest} tries every table that could stand behind what is shown.
 */
public final class PublishedTurnout {

    private final Count noTest;
    private final Count preOnly;
    private final Count postOnly;
    private final Count partial;
    private final Count paired;
    private final Count completed;
    private final Count enrolled;

    private PublishedTurnout(Turnout raw, SmallestGroup smallest) {
        noTest = Count.of(raw.noTest(), smallest);
        preOnly = Count.of(raw.preOnly(), smallest);
        postOnly = Count.of(raw.postOnly(), smallest);
        partial = Count.of(raw.partial(), smallest);
        paired = Count.of(raw.paired(), smallest);
        completed = completed(raw, smallest);
        enrolled = enrolled(raw, smallest);
    }

    static PublishedTurnout from(Turnout raw, SmallestGroup smallest) {
        return new PublishedTurnout(raw, smallest);
    }

    /** The parts in which those who finished lie. */
    private List<Count> after() {
        return List.of(postOnly, partial, paired);
    }

    private List<Count> parts() {
        return Stream.concat(Stream.of(noTest, preOnly), after().stream()).toList();
    }

    private static int hidden(List<Count> parts) {
        return (int) parts.stream().filter(c -> !c.isExact()).count();
    }

    private static int visible(List<Count> parts) {
        return parts.stream().filter(Count::isExact).mapToInt(Count::lower).sum();
    }

    private Count completed(Turnout raw, SmallestGroup smallest) {
        Count count = Count.of(raw.completed(), smallest);
        int hidden = hidden(after());
        boolean safe = hidden == 0
                ? smallest.holds(visible(after()) - raw.completed())
                : raw.completed() <= visible(after()) + smallest.most() * (hidden - 1);
        return !count.isExact() || safe ? count : Count.withheld(smallest);
    }

    private Count enrolled(Turnout raw, SmallestGroup smallest) {
        int all = raw.enrolled();
        int hidden = hidden(parts());
        int visible = visible(parts());
        if (!smallest.holds(all)) {
            return Count.of(all, smallest);
        }
        if (hidden == 0) {
            return Count.exact(all);
        }
        // What completions say: the hidden parts after the course hold at least this many.
        int known = completed.isExact() ? Math.max(0, completed.lower() - visible(after())) : 0;
        boolean full = all - visible >= Math.max(smallest.people(), known + smallest.most())
                && all - visible <= smallest.most() * (hidden - 1);
        boolean restHolds = !completed.isExact() || smallest.holds(all - completed.lower());
        if (full && restHolds) {
            return Count.exact(all);
        }
        // That the hidden parts are a small group together leaves each of them everything it could be, unless completions
        // say something about them.
        boolean smallTogether = known == 0 && smallest.holds(visible) && !smallest.holds(all - visible);
        return Count.between(Math.max(visible, smallest.people()), visible + smallest.most() * (smallTogether ? 1 : hidden));
    }

    public Count noTest() {
        return noTest;
    }

    public Count preOnly() {
        return preOnly;
    }

    public Count postOnly() {
        return postOnly;
    }

    public Count partial() {
        return partial;
    }

    public Count paired() {
        return paired;
    }

    public Count completed() {
        return completed;
    }

    public Count enrolled() {
        return enrolled;
    }

    /**
     * Pairs among those who submitted any test, in percent.
     *
     * @return as a range of whole percents where a part is hidden; nothing where the pairs are
     */
    public Optional<Interval> matchRate() {
        if (!paired.isExact()) {
            return Optional.empty();
        }
        double pairs = paired.lower();
        List<Count> others = List.of(preOnly, postOnly, partial);
        // No more than are left of everybody.
        int most = Math.min(others.stream().mapToInt(Count::upper).sum(), enrolled.upper() - noTest.lower() - paired.lower());
        int fewest = others.stream().mapToInt(Count::lower).sum();
        return Optional.of(new Interval(100 * pairs / (pairs + most), 100 * pairs / (pairs + fewest)));
    }
}
