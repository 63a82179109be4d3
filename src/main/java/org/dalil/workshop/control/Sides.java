package org.dalil.workshop.control;

import org.dalil.workshop.entity.SheetLayout;

/** Start and end of a page: left and right, or the other way round. Lengths are millimetres from the start edge. */
record Sides(boolean rightToLeft) {

    /** The margin at both sides, outside of which the round marks stand. */
    static final double START = 20;

    /** Width between the margins. */
    static final double COLUMN = SheetLayout.WIDTH - 2 * START;

    /** The x of a point this far from the start edge. */
    double x(double fromStart) {
        return rightToLeft ? SheetLayout.WIDTH - fromStart : fromStart;
    }

    /** The x of the left end of something that begins this far from the start edge. */
    double left(double fromStart, double width) {
        return rightToLeft ? SheetLayout.WIDTH - fromStart - width : fromStart;
    }
}
