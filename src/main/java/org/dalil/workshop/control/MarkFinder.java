package org.dalil.workshop.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dalil.workshop.entity.SheetLayout.Point;

/**
 * Finds the round marks in a picture: a dot within a ring about the same centre. Both are judged by their area and second
 * moments, whose relations stay the same however the sheet is turned or tilted.
 */
final class MarkFinder {

    /** More than the six of a sheet, for a picture of several sheets and for what looks like a mark. */
    static final int MOST = 40;

    /** A dot of 2.5 mm needs so many dots of the picture: below that nothing on the sheet can be read anyway. */
    private static final int SMALLEST = 24;

    private static final double RING_AREA = (sq(SheetHead.MARK_OUTER) - sq(SheetHead.MARK_INNER)) / sq(SheetHead.MARK_DOT);
    private static final double RING_SPREAD = (sq(SheetHead.MARK_OUTER) + sq(SheetHead.MARK_INNER)) / sq(SheetHead.MARK_DOT);

    private MarkFinder() { }

    /**
     * One mark.
     *
     * @param doubt 0 for one that is exactly as printed, more for one that is less so
     */
    record Mark(Point centre, double doubt) { }

    private static double sq(double value) {
        return value * value;
    }

    /**
     * Looks for dots and rings at this darkness. Where the picture is blurred the white between them is grey, and only at a
     * low share do they come apart; where ink is faint, only at a high one are they seen.
     *
     * @param share of the brightness around it below which something is ink
     * @return the likeliest first
     */
    static List<Mark> find(GreyImage smoothed, double share) {
        int reach = Math.max(12, Math.max(smoothed.width(), smoothed.height()) / 40);
        List<InkShapes.Shape> dots = new ArrayList<>();
        List<InkShapes.Shape> rings = new ArrayList<>();
        for (InkShapes.Shape shape : InkShapes.of(smoothed.ink(reach, share), smoothed.width(), smoothed.height()).all()) {
            if (shape.area() >= SMALLEST) {
                // A filled ellipse has 1/(16 pi^2); less full shapes have more.
                double fullness = shape.determinant() * sq(4 * Math.PI) / sq(shape.area());
                if (fullness < 1.35) {
                    dots.add(shape);
                } else if (fullness < 14) {
                    rings.add(shape);
                }
            }
        }
        rings.sort(Comparator.comparingDouble(InkShapes.Shape::y));
        double[] heights = rings.stream().mapToDouble(InkShapes.Shape::y).toArray();
        List<Mark> marks = new ArrayList<>();
        dots.forEach(dot -> best(dot, rings, heights).ifPresent(marks::add));
        return likeliest(marks);
    }

    /** The marks found at several darknesses, each once. */
    static List<Mark> together(List<Mark> some, List<Mark> others) {
        List<Mark> all = new ArrayList<>(some);
        for (Mark mark : others) {
            all.removeIf(m -> isSame(m, mark) && m.doubt() > mark.doubt());
            if (all.stream().noneMatch(m -> isSame(m, mark))) {
                all.add(mark);
            }
        }
        return likeliest(all);
    }

    /** The marks of a picture of half the size, where they are in the whole one. */
    static List<Mark> twice(List<Mark> marks) {
        return marks.stream().map(m -> new Mark(new Point(2 * m.centre().x(), 2 * m.centre().y()), m.doubt())).toList();
    }

    private static boolean isSame(Mark a, Mark b) {
        return Math.hypot(a.centre().x() - b.centre().x(), a.centre().y() - b.centre().y()) < 6;
    }

    private static List<Mark> likeliest(List<Mark> marks) {
        marks.sort(Comparator.comparingDouble(Mark::doubt));
        return marks.size() > MOST ? marks.subList(0, MOST) : marks;
    }

    private static java.util.Optional<Mark> best(InkShapes.Shape dot, List<InkShapes.Shape> rings, double[] heights) {
        double radius = Math.sqrt(dot.area() / Math.PI);
        int at = Arrays.binarySearch(heights, dot.y() - 2 * radius);
        Mark best = null;
        for (int i = at < 0 ? -at - 1 : at; i < rings.size() && rings.get(i).y() < dot.y() + 2 * radius; i++) {
            InkShapes.Shape ring = rings.get(i);
            double apart = Math.hypot(ring.x() - dot.x(), ring.y() - dot.y()) / radius;
            if (apart > 0.7) {
                continue;
            }
            double doubt = apart + doubt(dot, ring);
            if (doubt < 2.2 && (best == null || doubt < best.doubt())) {
                double share = ring.area() / (ring.area() + dot.area());
                best = new Mark(new Point(dot.x() + share * (ring.x() - dot.x()) + 0.5, dot.y() + share * (ring.y() - dot.y()) + 0.5), doubt);
            }
        }
        return java.util.Optional.ofNullable(best);
    }

    /** How far areas and spreads are from those printed; blur and a dark copy change both, by up to a half. */
    private static double doubt(InkShapes.Shape dot, InkShapes.Shape ring) {
        double area = Math.abs(Math.log(ring.area() / dot.area() / RING_AREA));
        double spread = 0.5 * Math.abs(Math.log(ring.determinant() / dot.determinant() / sq(RING_SPREAD)));
        double turned = Math.abs(ring.xx() / ring.yy() / (dot.xx() / dot.yy()) - 1);
        return 1.2 * area + spread + 0.5 * turned;
    }
}
