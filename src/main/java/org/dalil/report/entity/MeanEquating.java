package org.dalil.report.entity;

import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Form;

/**
 * Scores of form B as they would be on form A: mean equating (Kolen and Brennan, Test Equating, chapter 2). A form's difficulty
 * is compared within each occasion, and the two differences are averaged: those who took A before took B after, so what one half
 * of the group knows more falls out.
 *
 * @param shift what is added to a score on form B, in percentage points; positive where B is harder
 * @param gain  the mean gain once that is done
 */
record MeanEquating(double shift, double gain) {

    /** So many people a form, or chance is larger than any difference of forms. */
    static final int LEAST = 30;

    static boolean isFor(FormOrders orders) {
        return orders.aFirst().people() >= LEAST && orders.bFirst().people() >= LEAST;
    }

    /** @param orders both with somebody in them */
    static MeanEquating of(FormOrders orders) {
        double shift = (harder(orders, Occasion.PRE) + harder(orders, Occasion.POST)) / 2;
        Pairs a = orders.aFirst();
        Pairs b = orders.bFirst();
        double sum = a.people() * (a.gain() + shift) + b.people() * (b.gain() - shift);
        return new MeanEquating(shift, sum / (a.people() + b.people()));
    }

    private static double harder(FormOrders orders, Occasion occasion) {
        return orders.scores(Form.A, occasion).mean() - orders.scores(Form.B, occasion).mean();
    }
}
