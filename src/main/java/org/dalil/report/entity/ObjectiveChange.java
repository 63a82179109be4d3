package org.dalil.report.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What changed over the items of one objective, as it may be shown. Made only in this package.
 *
 * <p>The mean over all items and those of all objectives but one give that one. So where a mean is capped, others are withheld
 * until those that can't be seen are, taken together, no extreme; those nearest to an end go first.
 */
public final class ObjectiveChange {

    private final String objective;
    private final Optional<Capped> before;
    private final Optional<Capped> after;
    private final Optional<PublishedScores.Change> change;

    private ObjectiveChange(String objective, Optional<Capped> before, Optional<Capped> after,
                            Optional<PublishedScores.Change> change) {
        this.objective = objective;
        this.before = before;
        this.after = after;
        this.change = change;
    }

    /**
     * @param all    the objectives
     * @param people how many took both tests; an objective that fewer were asked about is left out
     */
    static List<ObjectiveChange> of(List<WorkshopTotals.Objective> all, int people, Group smallest) {
        if (!smallest.holds(people)) {
            return List.of();
        }
        List<WorkshopTotals.Objective> asked = all.stream().filter(o -> o.pairs().people() == people).toList();
        Set<String> hiddenBefore = hidden(asked, o -> o.pairs().meanBefore(), WorkshopTotals.Objective::itemsBefore, people);
        Set<String> hiddenAfter = hidden(asked, o -> o.pairs().meanAfter(), WorkshopTotals.Objective::itemsAfter, people);
        return asked.stream().map(o -> of(o, hiddenBefore, hiddenAfter)).toList();
    }

    private static ObjectiveChange of(WorkshopTotals.Objective o, Set<String> hiddenBefore, Set<String> hiddenAfter) {
        Optional<Capped> before = shown(o.pairs().meanBefore(), o, hiddenBefore);
        Optional<Capped> after = shown(o.pairs().meanAfter(), o, hiddenAfter);
        boolean both = before.filter(Capped::isExact).isPresent() && after.filter(Capped::isExact).isPresent();
        return new ObjectiveChange(o.name(), before, after, both ? PublishedScores.change(o.pairs().figures()) : Optional.empty());
    }

    private static Optional<Capped> shown(double mean, WorkshopTotals.Objective o, Set<String> hidden) {
        Capped capped = Capped.mean(mean, o.pairs().people());
        return capped.isExact() && hidden.contains(o.name()) ? Optional.empty() : Optional.of(capped);
    }

    /** Names of those whose mean isn't shown as it is. */
    private static Set<String> hidden(List<WorkshopTotals.Objective> all, ToDoubleFunction<WorkshopTotals.Objective> mean,
                                      ToDoubleFunction<WorkshopTotals.Objective> items, int people) {
        List<WorkshopTotals.Objective> outwardsIn = all.stream().sorted(Comparator
                .comparingDouble((WorkshopTotals.Objective o) -> -Math.abs(mean.applyAsDouble(o) - 50))
                .thenComparing(WorkshopTotals.Objective::name)).toList();
        int capped = (int) all.stream().filter(o -> !Capped.mean(mean.applyAsDouble(o), people).isExact()).count();
        if (capped == 0) {
            return Set.of();
        }
        int hidden = IntStream.range(capped, all.size())
                .filter(n -> isNoExtreme(outwardsIn.subList(0, n), mean, items, people)).findFirst().orElse(all.size());
        return outwardsIn.subList(0, hidden).stream().map(WorkshopTotals.Objective::name).collect(Collectors.toSet());
    }

    private static boolean isNoExtreme(List<WorkshopTotals.Objective> some, ToDoubleFunction<WorkshopTotals.Objective> mean,
                                       ToDoubleFunction<WorkshopTotals.Objective> items, int people) {
        double weight = some.stream().mapToDouble(items).sum();
        double sum = some.stream().mapToDouble(o -> items.applyAsDouble(o) * mean.applyAsDouble(o)).sum();
        return Capped.mean(sum / weight, people).isExact();
    }

    /** Its id. */
    public String objective() {
        return objective;
    }

    /** The mean score before, 0 to 100; nothing where it is withheld. */
    public Optional<Capped> before() {
        return before;
    }

    /** The mean score after, 0 to 100; nothing where it is withheld. */
    public Optional<Capped> after() {
        return after;
    }

    /** Nothing where a mean is capped or withheld. */
    public Optional<PublishedScores.Change> change() {
        return change;
    }
}
