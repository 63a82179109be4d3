package org.dalil.workshop.control;

import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Bubble;

/**
 * How much was drawn in and around one bubble.
 *
 * @param fill   mean darkness inside, 0 empty to about 1 filled with black
 * @param cover  share of the inside that is clearly darker than paper, 0 to 1
 * @param leaves how many strokes leave the bubble: directions, of {@value #DIRECTIONS}, in which there is ink in the clear
 *               space around it, counted in groups
 * @param around share of the directions with ink in the clear space
 * @param buried whether bubble and clear space alike are covered with ink
 */
record BubbleInk(double fill, double cover, int leaves, double around, boolean buried) {

    static final int DIRECTIONS = 24;

    /** Inside: clear of the printed line even where the sheet bends. */
    private static final double INSIDE = 1.45;

    static BubbleInk of(SheetView view, Bubble bubble, boolean square) {
        double paper = view.paper(bubble.x(), bubble.y());
        double fill = 0;
        int covered = 0;
        int n = 0;
        for (double dy = -INSIDE; dy <= INSIDE; dy += 0.18) {
            for (double dx = -INSIDE; dx <= INSIDE; dx += 0.18) {
                if (dx * dx + dy * dy <= INSIDE * INSIDE) {
                    double dark = view.darkness(view.grey(bubble.x() + dx, bubble.y() + dy), paper);
                    fill += dark;
                    covered += dark > 0.3 ? 1 : 0;
                    n++;
                }
            }
        }
        boolean[] ink = new boolean[DIRECTIONS];
        int directions = 0;
        for (int turn = 0; turn < DIRECTIONS; turn++) {
            ink[turn] = around(view, bubble, paper, 2 * Math.PI * turn / DIRECTIONS) > 0.22;
            directions += ink[turn] ? 1 : 0;
        }
        int leaves = directions == DIRECTIONS ? 1 : 0;
        for (int turn = 0; turn < DIRECTIONS; turn++) {
            leaves += ink[turn] && !ink[(turn + DIRECTIONS - 1) % DIRECTIONS] ? 1 : 0;
        }
        boolean buried = view.darkness(paper, view.widePaper(bubble.x(), bubble.y())) > 0.2
                && view.line(bubble, square) < 0.35 * view.clarity();
        return new BubbleInk(fill / n, (double) covered / n, leaves, (double) directions / DIRECTIONS, buried);
    }

    /** Mean darkness of a spoke in the clear space, and a little to its sides. */
    private static double around(SheetView view, Bubble bubble, double paper, double angle) {
        double sum = 0;
        int n = 0;
        for (double radius = 2.75; radius <= SheetLayout.CLEAR - 0.35; radius += 0.15) {
            for (int side = -1; side <= 1; side++) {
                double turned = angle + side * Math.PI / DIRECTIONS / 1.5;
                sum += view.darkness(view.grey(bubble.x() + radius * Math.cos(turned), bubble.y() + radius * Math.sin(turned)), paper);
                n++;
            }
        }
        return sum / n;
    }
}
