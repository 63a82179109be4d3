package org.dalil.report.entity;

import java.util.Collection;
import java.util.List;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Sample;
import org.dalil.course.entity.Form;

/**
 * Pairs by the form that came first. Not for anybody's eyes.
 *
 * @param aFirst took form A before and form B after
 * @param bFirst took form B before and form A after
 */
public record FormOrders(Pairs aFirst, Pairs bFirst) {

    /** @param mark the pass mark, 0 to 100 */
    public static FormOrders of(Collection<PairedScore> scores, double mark) {
        return new FormOrders(of(scores, Form.A, mark), of(scores, Form.B, mark));
    }

    private static Pairs of(Collection<PairedScore> scores, Form first, double mark) {
        List<PairedScore> some = scores.stream().filter(s -> s.first() == first).toList();
        return Pairs.of(some, mark);
    }

    public FormOrders plus(FormOrders more) {
        return new FormOrders(aFirst.plus(more.aFirst), bFirst.plus(more.bFirst));
    }

    /** Everybody. */
    public Pairs all() {
        return aFirst.plus(bFirst);
    }

    /** The scores of a form within an occasion. */
    Sample scores(Form form, Occasion occasion) {
        boolean before = occasion == Occasion.PRE;
        Pairs takers = (form == Form.A) == before ? aFirst : bFirst;
        return before ? takers.beforeSample() : takers.afterSample();
    }
}
