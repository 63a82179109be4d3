package org.dalil.workshop.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetLayout.Bubble;
import org.dalil.workshop.entity.SheetLayout.Point;

/**
 * A sheet in a picture, looked at in millimetres of the paper: how dark it is at a place compared with the bare paper around
 * and with printed ink. Knows how the paper bends from where the printed bubbles really are.
 */
final class SheetView {

    /** Bubbles are looked for this far from where a flat sheet would have them. */
    private static final double REACH = 1.4;

    private final GreyImage image;
    private final Homography sheet;
    private final double ink;
    private Bend bend = new Bend(new double[4], new double[4]);
    private double clarity;

    /**
     * @param page whose bubbles are printed here
     */
    SheetView(GreyImage image, Homography sheet, SheetLayout.Page page) {
        this.image = image;
        this.sheet = sheet;
        ink = inkOfMarks();
        align(page);
    }

    /** How the paper departs from flatness at a height of the sheet: a + bx + cy + dy², in millimetres, for x and for y. */
    private record Bend(double[] dx, double[] dy) {

        static double at(double[] c, double x, double y) {
            double v = (y - 148) / 148;
            return c[0] + c[1] * (x - 105) / 105 + c[2] * v + c[3] * v * v;
        }
    }

    /** How clearly the lines of empty bubbles stand out, 0 not at all to 1 as black as print. */
    double clarity() {
        return clarity;
    }

    /** Grey at a place of the sheet, 0 to 255. */
    double grey(double x, double y) {
        Point at = sheet.picture(x + Bend.at(bend.dx(), x, y), y + Bend.at(bend.dy(), x, y));
        return image.at(at.x(), at.y());
    }

    /** Whether the picture shows this place. */
    boolean shows(double x, double y) {
        Point at = sheet.picture(x, y);
        return image.holds(at.x(), at.y());
    }

    /** Dots of the picture for a millimetre here. */
    double scale(double x, double y) {
        return sheet.scale(x, y);
    }

    /** How dark a grey is: 0 like the paper around, 1 like printed ink. */
    double darkness(double grey, double paper) {
        return (1 - grey / paper) / (1 - ink);
    }

    /** The bare paper around a bubble: its brighter dots, since the others may be written upon. */
    double paper(double x, double y) {
        double[] greys = new double[72];
        int n = 0;
        for (int turn = 0; turn < 24; turn++) {
            double angle = 2 * Math.PI * turn / 24;
            for (double radius = 2.7; radius < 3.6; radius += 0.35) {
                greys[n++] = grey(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
            }
        }
        Arrays.sort(greys);
        return Math.max(8, greys[54]);
    }

    /** The paper in a wider round: for telling a bubble that was scribbled over, its surroundings too, from one in the shade. */
    double widePaper(double x, double y) {
        double[] greys = new double[96];
        int n = 0;
        for (int turn = 0; turn < 24; turn++) {
            double angle = 2 * Math.PI * turn / 24;
            for (double radius = 4.4; radius < 8; radius += 1) {
                greys[n++] = grey(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
            }
        }
        Arrays.sort(greys);
        return Math.max(8, greys[80]);
    }

    /** How clearly the printed line of a bubble stands out, compared with what is outside it. */
    double line(Bubble bubble, boolean square) {
        double dx = Bend.at(bend.dx(), bubble.x(), bubble.y());
        double dy = Bend.at(bend.dy(), bubble.x(), bubble.y());
        return line(bubble.x() + dx, bubble.y() + dy, square, paper(bubble.x(), bubble.y()));
    }

    /** Grey of printed ink as share of the paper's around it, from the dots of the round marks. */
    private double inkOfMarks() {
        List<Double> shares = new ArrayList<>();
        for (Point mark : SheetLayout.MARKS) {
            if (shows(mark.x(), mark.y())) {
                double dark = 0;
                double[] around = new double[16];
                for (int turn = 0; turn < 16; turn++) {
                    double angle = 2 * Math.PI * turn / 16;
                    dark += flat(mark.x() + 0.5 * Math.cos(angle), mark.y() + 0.5 * Math.sin(angle)) / 16;
                    around[turn] = flat(mark.x() + 5.2 * Math.cos(angle), mark.y() + 5.2 * Math.sin(angle));
                }
                Arrays.sort(around);
                shares.add(dark / Math.max(8, around[11]));
            }
        }
        shares.sort(null);
        return shares.isEmpty() ? 0.3 : Math.min(0.75, shares.get(shares.size() / 2));
    }

    private double flat(double x, double y) {
        Point at = sheet.picture(x, y);
        return image.at(at.x(), at.y());
    }

    /** Finds every bubble's line near where it should be and takes from all of them together how the paper bends. */
    private void align(SheetLayout.Page page) {
        List<double[]> shifts = new ArrayList<>();
        for (Block block : page.blocks()) {
            block.rows().forEach(row -> row.bubbles().forEach(b -> shifts.add(shift(b, block.many()))));
        }
        double[] clear = shifts.stream().mapToDouble(s -> s[4]).sorted().toArray();
        clarity = clear.length == 0 ? 0 : clear[clear.length / 2];
        bend = new Bend(fit(shifts, 2), fit(shifts, 3));
    }

    /** @return x, y, shift in x, shift in y, and how clearly the line stands out there */
    private double[] shift(Bubble bubble, boolean square) {
        double paper = paper(bubble.x(), bubble.y());
        double[] best = {bubble.x(), bubble.y(), 0, 0, -1};
        for (double step = 0.35; step > 0.1; step /= 2) {
            double reach = step > 0.2 ? REACH : 0.3;
            double fromX = best[2];
            double fromY = best[3];
            for (double dy = fromY - reach; dy <= fromY + reach; dy += step) {
                for (double dx = fromX - reach; dx <= fromX + reach; dx += step) {
                    double clear = line(bubble.x() + dx, bubble.y() + dy, square, paper) - 0.02 * Math.hypot(dx, dy);
                    if (clear > best[4]) {
                        best[2] = dx;
                        best[3] = dy;
                        best[4] = clear;
                    }
                }
            }
        }
        return best;
    }

    /** How much darker a bubble's line is than the clear space outside it, were its centre here. */
    private double line(double x, double y, boolean square, double paper) {
        double on = 0;
        double outside = 0;
        for (int turn = 0; turn < 24; turn++) {
            double angle = 2 * Math.PI * (turn + 0.5) / 24;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            double radius = SheetLayout.RADIUS;
            if (square) {
                radius = Math.min(0.94 * radius / Math.max(Math.abs(cos), Math.abs(sin)), 1.2 * radius);
            }
            on += darkness(flat(x + radius * cos, y + radius * sin), paper);
            outside += darkness(flat(x + (radius + 0.7) * cos, y + (radius + 0.7) * sin), paper);
        }
        return (on - outside) / 24;
    }

    /** Least squares, three times, each time with less weight for what doesn't fit. */
    private double[] fit(List<double[]> shifts, int which) {
        double[] c = new double[4];
        double[] weights = new double[shifts.size()];
        Arrays.fill(weights, 1);
        int terms = shifts.size() < 8 ? 1 : 4;
        for (int round = 0; round < 4; round++) {
            double[][] m = new double[4][5];
            for (int i = 0; i < shifts.size(); i++) {
                double[] s = shifts.get(i);
                double v = (s[1] - 148) / 148;
                double[] row = {1, (s[0] - 105) / 105, v, v * v};
                double weight = weights[i] * Math.max(0, s[4]);
                for (int j = 0; j < terms; j++) {
                    for (int k = 0; k < terms; k++) {
                        m[j][k] += weight * row[j] * row[k];
                    }
                    m[j][4] += weight * row[j] * s[which];
                }
            }
            for (int j = 0; j < 4; j++) {
                // A little stiffness: without evidence the paper is flat.
                m[j][j] += j < terms ? 0.3 : 1;
            }
            c = solved(m);
            for (int i = 0; i < shifts.size(); i++) {
                double rest = shifts.get(i)[which] - Bend.at(c, shifts.get(i)[0], shifts.get(i)[1]);
                weights[i] = 1 / (1 + rest * rest / 0.04);
            }
        }
        return c;
    }

    private static double[] solved(double[][] m) {
        for (int c = 0; c < 4; c++) {
            for (int r = c + 1; r < 4; r++) {
                double factor = m[r][c] / m[c][c];
                for (int k = c; k < 5; k++) {
                    m[r][k] -= factor * m[c][k];
                }
            }
        }
        double[] x = new double[4];
        for (int r = 3; r >= 0; r--) {
            double sum = m[r][4];
            for (int k = r + 1; k < 4; k++) {
                sum -= m[r][k] * x[k];
            }
            x[r] = sum / m[r][r];
        }
        return x;
    }
}
