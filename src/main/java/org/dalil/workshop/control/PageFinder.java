package org.dalil.workshop.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dalil.workshop.control.Homography.Pair;
import org.dalil.workshop.control.MarkFinder.Mark;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Point;

/** Says how sheets may lie in a picture, from the round marks found there: every way in which enough of the six fit. */
final class PageFinder {

    /** How far a mark may be from where the others say it is, in millimetres: paper bends. */
    private static final double BEND = 4;

    private static final int[][] FOURS = {{0, 1, 5, 4}, {0, 1, 3, 2}, {2, 3, 5, 4}, {0, 1, 3, 4}, {0, 1, 5, 2}, {0, 3, 5, 4}, {2, 1, 5, 4},
        {0, 3, 5, 2}, {2, 1, 3, 4}};

    private final List<Mark> marks;
    private final List<Found> found = new ArrayList<>();

    private PageFinder(List<Mark> marks) {
        this.marks = marks;
    }

    /**
     * A way in which a sheet may lie. Upside down is another way, with the same marks.
     *
     * @param seen  how many of its marks were found, 4 to 6
     * @param error how far they are from where they should be, in millimetres, on average
     */
    record Found(Homography sheet, List<Mark> marks, int seen, double error) {

        /** How little its marks look like those printed; of four, which always fit exactly, also how oddly the sheet would lie. */
        double doubt() {
            double looks = marks.stream().mapToDouble(Mark::doubt).average().orElse(0);
            return seen == 4 ? looks + oddness(sheet) : looks;
        }
    }

    /** @return the likeliest first */
    static List<Found> find(List<Mark> marks) {
        PageFinder finder = new PageFinder(marks.size() > 14 ? marks.subList(0, 14) : marks);
        for (int[] four : FOURS) {
            finder.fit(four, new int[4], 0);
            if (four == FOURS[0] && finder.found.stream().anyMatch(f -> f.seen() >= 6)) {
                break;
            }
        }
        finder.found.sort(Comparator.comparingInt((Found f) -> -f.seen()).thenComparingDouble(f -> f.error() + f.doubt()));
        return finder.found;
    }

    /** Takes every mark for each of four places, the rest following from them. */
    private void fit(int[] four, int[] chosen, int depth) {
        if (depth == 4) {
            check(four, chosen);
            return;
        }
        for (int i = 0; i < marks.size(); i++) {
            boolean taken = false;
            for (int d = 0; d < depth; d++) {
                taken |= chosen[d] == i;
            }
            if (!taken) {
                chosen[depth] = i;
                if (depth < 2 || turnsRight(chosen, depth)) {
                    fit(four, chosen, depth + 1);
                }
            }
        }
    }

    /** The places go round clockwise, and so must the marks: a sheet is never seen in a mirror. */
    private boolean turnsRight(int[] chosen, int last) {
        Point a = marks.get(chosen[last - 2]).centre();
        Point b = marks.get(chosen[last - 1]).centre();
        Point c = marks.get(chosen[last]).centre();
        return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x()) > 0;
    }

    private void check(int[] four, int[] chosen) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pairs.add(new Pair(SheetLayout.MARKS.get(four[i]), marks.get(chosen[i]).centre()));
        }
        Homography rough = Homography.of(pairs);
        if (rough == null || !rough.isPlausible(SheetLayout.WIDTH, SheetLayout.HEIGHT)) {
            return;
        }
        List<Mark> used = new ArrayList<>();
        for (int index : chosen) {
            used.add(marks.get(index));
        }
        for (int place = 0; place < SheetLayout.MARKS.size(); place++) {
            int at = place;
            if (java.util.Arrays.stream(four).noneMatch(f -> f == at)) {
                addNearest(rough, SheetLayout.MARKS.get(place), pairs, used);
            }
        }
        Homography sheet = pairs.size() == 4 ? rough : Homography.of(pairs);
        if (sheet != null) {
            keep(new Found(sheet, used, used.size(), error(sheet, pairs)));
        }
    }

    private void addNearest(Homography rough, Point place, List<Pair> pairs, List<Mark> used) {
        Point expected = rough.picture(place.x(), place.y());
        double reach = BEND * rough.scale(place.x(), place.y());
        marks.stream().filter(m -> !used.contains(m)).min(Comparator.comparingDouble(m -> distance(m.centre(), expected)))
                .filter(m -> distance(m.centre(), expected) < reach).ifPresent(m -> {
                    pairs.add(new Pair(place, m.centre()));
                    used.add(m);
                });
    }

    private void keep(Found one) {
        for (Found other : found) {
            if (other.marks().containsAll(one.marks()) && liesAs(other.sheet(), one.sheet())) {
                return;
            }
        }
        found.add(one);
    }

    /** Whether every mark would be in the same place: two ways can share three corners and differ in the fourth. */
    private static boolean liesAs(Homography one, Homography other) {
        return SheetLayout.MARKS.stream().allMatch(m -> distance(one.picture(m.x(), m.y()), other.picture(m.x(), m.y()))
                < 3 * other.scale(m.x(), m.y()));
    }

    private static double error(Homography sheet, List<Pair> pairs) {
        double sum = 0;
        for (Pair pair : pairs) {
            sum += distance(sheet.picture(pair.sheet().x(), pair.sheet().y()), pair.picture())
                    / sheet.scale(pair.sheet().x(), pair.sheet().y());
        }
        return sum / pairs.size();
    }

    /** How far a millimetre across is from a millimetre down in length and from a right angle to it, over the sheet: 0 seen from above. */
    private static double oddness(Homography sheet) {
        double odd = 0;
        for (Point at : SheetLayout.MARKS) {
            Point left = sheet.picture(at.x() - 1, at.y());
            Point right = sheet.picture(at.x() + 1, at.y());
            Point up = sheet.picture(at.x(), at.y() - 1);
            Point down = sheet.picture(at.x(), at.y() + 1);
            double across = Math.max(1e-9, distance(left, right));
            double along = Math.max(1e-9, distance(up, down));
            double slant = ((right.x() - left.x()) * (down.x() - up.x()) + (right.y() - left.y()) * (down.y() - up.y())) / (across * along);
            odd += (Math.abs(Math.log(across / along)) + Math.abs(slant)) / SheetLayout.MARKS.size();
        }
        return odd;
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
