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

    /** @return the likeliest first */
    static List<Mark> find(GreyImage image) {
        int reach = Math.max(12, Math.max(image.width(), image.height()) / 40);
        InkShapes shapes = InkShapes.of(image.smoothed().ink(reach, 0.8), image.width(), image.height());
        List<InkShapes.Shape> dots = new ArrayList<>();
        List<InkShapes.Shape> rings = new ArrayList<>();
        for (InkShapes.Shape shape : shapes.all()) {
            if (shape.area() >= SMALLEST) {
                // A filled ellipse has 1/(16 pi^2); less full shapes have more.
                double fullness = shape.determinant() * sq(4 * Math.PI) / sq(shape.area());
                if (fullness < 1.35) {
                    dots.add(shape);
                } else if (fullness < 12) {
                    rings.add(shape);
                }
            }
        }
        rings.sort(Comparator.comparingDouble(InkShapes.Shape::y));
        List<Mark> marks = new ArrayList<>();
        for (InkShapes.Shape dot : dots) {
            best(dot, rings).ifPresent(marks::add);
        }
        marks.sort(Comparator.comparingDouble(Mark::doubt));
        return marks.size() > MOST ? marks.subList(0, MOST) : marks;
    }

    private static java.util.Optional<Mark> best(InkShapes.Shape dot, List<InkShapes.Shape> rings) {
        double radius = Math.sqrt(dot.area() / Math.PI);
        double[] heights = rings.stream().mapToDouble(InkShapes.Shape::y).toArray();
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
