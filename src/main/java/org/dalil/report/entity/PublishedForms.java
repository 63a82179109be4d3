package org.dalil.report.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Sample;
import org.dalil.course.entity.Form;

/**
 * How many took which form first, and whether one is harder, as it may be shown. Made only in this package.
 */
public final class PublishedForms {

    /**
     * How hard the forms were within one occasion.
     *
     * @param meanA      mean score on form A, 0 to 100
     * @param meanB      mean score on form B
     * @param difference 95 % interval of A − B in percentage points (Welch)
     */
    public record Difficulty(Occasion occasion, double meanA, double meanB, Interval difference) { }

    /**
     * Once form B is put on the scale of form A.
     *
     * @param shift what is added to a score on B, in percentage points
     * @param gain  the mean gain then
     */
    public record Equated(double shift, double gain) { }

    private final int aFirst;
    private final int bFirst;
    private final List<Difficulty> difficulties;
    private final Optional<Equated> equated;

    private PublishedForms(FormOrders orders) {
        aFirst = orders.aFirst().people();
        bFirst = orders.bFirst().people();
        boolean shown = MeanEquating.isFor(orders) && areNoExtremes(orders);
        difficulties = shown ? List.of(difficulty(orders, Occasion.PRE), difficulty(orders, Occasion.POST)) : List.of();
        equated = shown ? Optional.of(MeanEquating.of(orders)).map(e -> new Equated(e.shift(), e.gain())) : Optional.empty();
    }

    /** @return nothing unless both are large enough: the pairs are the sum of the two */
    static Optional<PublishedForms> from(FormOrders orders, Group smallest) {
        return smallest.holds(orders.aFirst().people()) && smallest.holds(orders.bFirst().people())
                ? Optional.of(new PublishedForms(orders)) : Optional.empty();
    }

    /** Two of three means give the third: all are shown or none. */
    private static boolean areNoExtremes(FormOrders orders) {
        return Stream.of(orders.aFirst(), orders.bFirst(), orders.all()).allMatch(p -> p.squaresBefore() > 0 && p.squaresAfter() > 0
                && PublishedScores.changeOf(p.figures()).isPresent());
    }

    private static Difficulty difficulty(FormOrders orders, Occasion occasion) {
        Sample a = orders.scores(Form.A, occasion);
        Sample b = orders.scores(Form.B, occasion);
        return new Difficulty(occasion, a.mean(), b.mean(), Interval.ofDifference(a, b));
    }

    /** How many took form A before. */
    public int aFirst() {
        return aFirst;
    }

    /** How many took form B before. */
    public int bFirst() {
        return bFirst;
    }

    /** Before, after; empty below 30 people a form. */
    public List<Difficulty> difficulties() {
        return difficulties;
    }

    /** Nothing below 30 people a form. */
    public Optional<Equated> equated() {
        return equated;
    }
}
