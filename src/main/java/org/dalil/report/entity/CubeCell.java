package org.dalil.report.entity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalil.assessment.entity.Sample;

/**
 * People across workshops, as they may be shown: whole batches. Made only in this package.
 *
 * <p>Each batch adds what could be shown of it alone: a number where that is exact, and both bounds where it is capped. So a sum
 * is a range where a batch in it is capped, and the range is narrow where there are many people.
 */
public final class CubeCell {

    /** What one batch adds to a mean: the least and the most it can be. */
    private record Gains(Sample least, Sample most) { }

    private final int people;
    private final int pairs;
    private final Optional<Interval> before;
    private final Optional<Interval> after;
    private final Optional<Interval> change;
    private final Optional<Interval> passedBefore;
    private final Optional<Interval> passedAfter;
    private final List<Batch> paired;
    private Optional<Interval> interval;

    private CubeCell(Collection<Batch> batches) {
        people = batches.stream().mapToInt(Batch::people).sum();
        paired = batches.stream().filter(b -> b.pairs().people() > 0).toList();
        pairs = paired.stream().mapToInt(Batch::people).sum();
        before = mean(b -> bounds(b.pairs().meanBefore(), b));
        after = mean(b -> bounds(b.pairs().meanAfter(), b));
        change = mean(CubeCell::gain);
        passedBefore = mean(b -> percent(b.pairs().passed().before(), b));
        passedAfter = mean(b -> percent(b.pairs().passed().after(), b));
    }

    static CubeCell of(Collection<Batch> batches) {
        return new CubeCell(batches);
    }

    private Optional<Interval> mean(Function<Batch, Interval> of) {
        double least = 0;
        double most = 0;
        for (Batch batch : paired) {
            Interval each = of.apply(batch);
            least += batch.people() * each.lower();
            most += batch.people() * each.upper();
        }
        return paired.isEmpty() ? Optional.empty() : Optional.of(new Interval(least / pairs, most / pairs));
    }

    private static Interval bounds(double mean, Batch batch) {
        return bounds(Capped.mean(mean, batch.people()), 100);
    }

    private static Interval percent(int some, Batch batch) {
        Interval people = bounds(Capped.part(some, batch.people()), batch.people());
        return new Interval(100 * people.lower() / batch.people(), 100 * people.upper() / batch.people());
    }

    private static Interval bounds(Capped value, double most) {
        return switch (value.kind()) {
            case EXACT -> new Interval(value.value(), value.value());
            case AT_LEAST -> new Interval(value.value(), most);
            case AT_MOST -> new Interval(0, value.value());
        };
    }

    private static Interval gain(Batch batch) {
        Interval early = bounds(batch.pairs().meanBefore(), batch);
        Interval late = bounds(batch.pairs().meanAfter(), batch);
        return new Interval(late.lower() - early.upper(), late.upper() - early.lower());
    }

    private static Gains gains(Batch batch) {
        Interval gain = gain(batch);
        return new Gains(new Sample(batch.people(), gain.lower(), 0), new Sample(batch.people(), gain.upper(), 0));
    }

    /** How many people were reached: pairs and others. Those who still wait for a batch aren't in it. */
    public int people() {
        return people;
    }

    /** How many of them took both tests. */
    public int pairs() {
        return pairs;
    }

    /** The mean score before, 0 to 100: a number, or what it lies between. Nothing without pairs. */
    public Optional<Interval> before() {
        return before;
    }

    /** The mean score after. */
    public Optional<Interval> after() {
        return after;
    }

    /** The mean gain in percentage points: a number, or what it lies between. "Change", never "impact". */
    public Optional<Interval> change() {
        return change;
    }

    /** The share that reached the pass mark before, in percent: a number, or what it lies between. */
    public Optional<Interval> passedBefore() {
        return passedBefore;
    }

    /** The share that reached it after. */
    public Optional<Interval> passedAfter() {
        return passedAfter;
    }

    /**
     * The 95 % interval of the change: of one workshop's people, or, from ten workshops on, by whole workshops. In between there is
     * none: people of one workshop are alike, and an interval that takes each by themselves held the truth in two of three drawn
     * programmes instead of in 19 of 20. Where a mean is capped, it holds both ends, but for one workshop: there it would tell.
     */
    public synchronized Optional<Interval> interval() {
        if (interval == null) {
            interval = reckon();
        }
        return interval;
    }

    private Optional<Interval> reckon() {
        Map<?, List<Batch>> workshops = paired.stream().collect(Collectors.groupingBy(Batch::cluster));
        if (workshops.size() == 1) {
            return ofPeople();
        }
        List<Gains> gains = workshops.values().stream().map(w -> w.stream().map(CubeCell::gains)
                .reduce((a, b) -> new Gains(a.least().plus(b.least()), a.most().plus(b.most()))).orElseThrow()).toList();
        Optional<AcrossWorkshops> least = AcrossWorkshops.of(gains.stream().map(Gains::least).toList());
        boolean exact = gains.stream().allMatch(g -> g.least().equals(g.most()));
        Optional<AcrossWorkshops> most = exact ? least : AcrossWorkshops.of(gains.stream().map(Gains::most).toList());
        return least.flatMap(l -> most.map(m -> new Interval(l.interval().lower(), m.interval().upper())));
    }

    /** Only of batches whose change could be shown alone: the squares would give the others' back. */
    private Optional<Interval> ofPeople() {
        List<Pairs> all = paired.stream().map(Batch::pairs).toList();
        boolean shown = !all.isEmpty() && all.stream().map(Pairs::figures).allMatch(p -> PublishedScores.changeOf(p).isPresent());
        return shown ? PublishedScores.change(Pairs.sum(all).figures()).map(PublishedScores.Change::interval) : Optional.empty();
    }
}
