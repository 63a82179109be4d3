package org.dalil.report.entity;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much the share that reached the pass mark changed, as it may be shown. Made only in this package.
 *
 * <p>The shares before and after leave open who of those who passed before passed again. An interval or a test that knows it
 * would give it back. So, where one of the four groups (kept, gained, lost, never) is small, the interval is the widest that the
 * two shares allow, and the test says only whether chance would do it, where either answer leaves several tables open.
 */
public final class MasteryChange {

    /** So many tables must stay possible. */
    private static final int SEVERAL = 4;

    private final double points;
    private final Interval interval;
    private final boolean exact;
    private final Optional<Boolean> clear;
    private final Optional<McNemar> test;

    private MasteryChange(BeforeAfter table, Group smallest) {
        points = 100.0 * (table.after() - table.before()) / table.people();
        exact = table.holds(smallest) && severalOrNone(tables(table).filter(t -> !t.holds(smallest)).count());
        interval = Interval.ofChange(exact ? table : table.leastAlike());
        test = exact ? Optional.of(McNemar.of(table)) : Optional.empty();
        clear = exact || tellsLittle(table) ? Optional.of(McNemar.of(table).isClear()) : Optional.empty();
    }

    /** @return nothing where a share is capped: the change would give it back */
    static Optional<MasteryChange> of(BeforeAfter table, Group smallest) {
        boolean shown = smallest.holds(table.people()) && Capped.part(table.before(), table.people()).isExact()
                && Capped.part(table.after(), table.people()).isExact();
        return shown ? Optional.of(new MasteryChange(table, smallest)) : Optional.empty();
    }

    /** Every table that has the same shares. */
    private static Stream<BeforeAfter> tables(BeforeAfter table) {
        int fewest = table.leastAlike().kept();
        return IntStream.rangeClosed(fewest, Math.min(table.before(), table.after())).mapToObj(table::withKept);
    }

    private static boolean severalOrNone(long tables) {
        return tables == 0 || tables >= SEVERAL;
    }

    /** Judged by the shares alone, so that saying nothing says nothing, either. */
    private static boolean tellsLittle(BeforeAfter table) {
        long all = tables(table).count();
        long clear = tables(table).filter(t -> McNemar.of(t).isClear()).count();
        return severalOrNone(clear) && severalOrNone(all - clear);
    }

    /** Percentage points. */
    public double points() {
        return points;
    }

    /** Its 95 % interval. */
    public Interval interval() {
        return interval;
    }

    /** Whether {@link #interval()} is Newcombe's own; otherwise it is the widest that the two shares allow. */
    public boolean isExact() {
        return exact;
    }

    /** Whether chance alone would bring such a change less than one time in twenty (McNemar); nothing where it would tell. */
    public Optional<Boolean> clear() {
        return clear;
    }

    /** McNemar's p, 0 to 1; only where each of the four groups is large enough. */
    public Optional<Double> p() {
        return test.map(McNemar::p);
    }

    /** Whether that p is from the binomial distribution (few people changed) rather than from χ². */
    public boolean isByBinomial() {
        return test.filter(t -> t.method() == McNemar.Method.EXACT).isPresent();
    }
}
