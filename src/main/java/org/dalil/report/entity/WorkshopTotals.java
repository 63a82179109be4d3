package org.dalil.report.entity;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dalil.assessment.entity.Sample;

/**
 * A workshop's figures added up: what is kept of a release, and after its cards' rows are gone. Not for anybody's eyes.
 *
 * @param expected       how many people were planned for
 * @param turnout        everybody who was there
 * @param orders         the pairs
 * @param early          pairs in which a test was closed early and still counts
 * @param exposure       share of the course's cards that pairs had seen before the test after, in percent
 * @param sawMost        pairs that had seen at least {@value #MOST} percent
 * @param unpairedBefore scores before of those who are in no pair
 * @param objectives     in the order of their names
 * @param again          ids of items to talk about again, with how many answers say so
 */
public record WorkshopTotals(UUID workshopId, UUID courseId, int expected, Turnout turnout, FormOrders orders, int early,
                             Sample exposure, int sawMost, Sample unpairedBefore, List<Objective> objectives, List<Again> again) {

    /** Nearly the whole course. */
    static final int MOST = 80;

    /** Fewer right answers after the course, and it is worth talking about again (ours). */
    private static final double TOO_FEW_RIGHT = 0.7;

    /**
     * The pairs' scores over the items of one objective.
     *
     * @param name        its id
     * @param itemsBefore how many scored items of it a form before has, on average over people
     * @param itemsAfter  likewise after
     */
    public record Objective(String name, double itemsBefore, double itemsAfter, Pairs pairs) { }

    /**
     * An item that few got right after the course.
     *
     * @param answers how many answers there are
     */
    public record Again(String item, int answers) { }

    public static WorkshopTotals of(WorkshopFigures figures) {
        List<PairedScore> pairs = figures.pairs();
        List<Double> seen = pairs.stream().map(p -> 100 * p.exposure()).toList();
        return new WorkshopTotals(figures.workshopId(), figures.courseId(), figures.expected(), figures.turnout(),
                FormOrders.of(pairs, figures.mark()), (int) pairs.stream().filter(PairedScore::early).count(), Sample.of(seen),
                (int) seen.stream().filter(s -> s >= MOST - 1e-9).count(), Sample.of(figures.unpairedBefore()),
                objectives(pairs, figures.mark()), again(figures.items()));
    }

    private static List<Objective> objectives(List<PairedScore> pairs, double mark) {
        return pairs.stream().flatMap(p -> p.objectives().keySet().stream()).distinct().sorted()
                .map(name -> objective(name, pairs.stream().map(PairedScore::objectives).filter(o -> o.containsKey(name))
                        .map(o -> o.get(name)).toList(), mark)).toList();
    }

    private static Objective objective(String name, List<PairedScore.ObjectiveScore> scores, double mark) {
        return new Objective(name, scores.stream().collect(Collectors.averagingInt(PairedScore.ObjectiveScore::itemsBefore)),
                scores.stream().collect(Collectors.averagingInt(PairedScore.ObjectiveScore::itemsAfter)),
                Pairs.of(scores, PairedScore.ObjectiveScore::before, PairedScore.ObjectiveScore::after, mark));
    }

    private static List<Again> again(List<ItemTally> items) {
        return items.stream().filter(i -> i.after().answers() > 0 && i.after().scores().item().mean() < TOO_FEW_RIGHT)
                .map(i -> new Again(i.item(), i.after().answers())).toList();
    }

    /** As they may be kept: sums over a few people are nothing to remember after one of them has erased their card. */
    WorkshopTotals fit(Group smallest) {
        boolean enough = smallest.holds(turnout.paired());
        return new WorkshopTotals(workshopId, courseId, expected, turnout,
                enough ? orders : new FormOrders(Pairs.NOBODY, Pairs.NOBODY), enough ? early : 0, enough ? exposure : Sample.NONE,
                enough ? sawMost : 0, smallest.holds(unpairedBefore.size()) ? unpairedBefore : Sample.NONE,
                enough ? objectives : List.of(), again.stream().filter(a -> smallest.holds(a.answers())).toList());
    }

    /** Ids of items to talk about again that enough answers say so of. */
    List<String> again(Group smallest) {
        return again.stream().filter(a -> smallest.holds(a.answers())).map(Again::item).toList();
    }
}
