package org.dalil.workshop.control;

import java.util.List;
import org.dalil.workshop.entity.SheetLayout.Point;

/**
 * How a flat sheet lies in a picture: millimetres on the sheet to dots in the picture, perspective included (Hartley and
 * Zisserman, Multiple View Geometry, 2nd edition, section 4.1; here with the last coefficient fixed at 1).
 */
final class Homography {

    private final double[] h;

    private Homography(double[] h) {
        this.h = h;
    }

    /** A pair that belongs together. */
    record Pair(Point sheet, Point picture) { }

    /**
     * The one that fits these pairs best in the least-squares sense.
     *
     * @param pairs at least four, no three of the first four on a line
     * @return null if they lie so that there is none
     */
    static Homography of(List<Pair> pairs) {
        double[][] normal = new double[8][9];
        for (Pair pair : pairs) {
            double x = pair.sheet().x();
            double y = pair.sheet().y();
            double u = pair.picture().x();
            double v = pair.picture().y();
            add(normal, new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u});
            add(normal, new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v});
        }
        double[] solved = solve(normal);
        return solved == null ? null : new Homography(solved);
    }

    private static void add(double[][] normal, double[] equation) {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 9; j++) {
                normal[i][j] += equation[i] * equation[j];
            }
        }
    }

    /** Gauss with the largest pivot of each column; scaled, because millimetres and products of dots differ by 10^6. */
    private static double[] solve(double[][] m) {
        double[] scale = new double[8];
        for (int i = 0; i < 8; i++) {
            scale[i] = m[i][i] > 0 ? 1 / Math.sqrt(m[i][i]) : 0;
        }
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                m[i][j] *= scale[i] * scale[j];
            }
            m[i][8] *= scale[i];
        }
        for (int c = 0; c < 8; c++) {
            int pivot = c;
            for (int r = c + 1; r < 8; r++) {
                pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
            }
            if (Math.abs(m[pivot][c]) < 1e-13) {
                return null;
            }
            double[] swapped = m[c];
            m[c] = m[pivot];
            m[pivot] = swapped;
            for (int r = c + 1; r < 8; r++) {
                double factor = m[r][c] / m[c][c];
                for (int k = c; k < 9; k++) {
                    m[r][k] -= factor * m[c][k];
                }
            }
        }
        double[] h = new double[8];
        for (int r = 7; r >= 0; r--) {
            double sum = m[r][8];
            for (int k = r + 1; k < 8; k++) {
                sum -= m[r][k] * h[k];
            }
            h[r] = sum / m[r][r];
        }
        for (int i = 0; i < 8; i++) {
            h[i] *= scale[i];
        }
        return h;
    }

    /** Where this place of the sheet lies in the picture. */
    Point picture(double x, double y) {
        double d = h[6] * x + h[7] * y + 1;
        return new Point((h[0] * x + h[1] * y + h[2]) / d, (h[3] * x + h[4] * y + h[5]) / d);
    }

    /** Whether this place lies before the camera. */
    private boolean before(double x, double y) {
        return h[6] * x + h[7] * y + 1 > 0.05;
    }

    /** Dots in the picture for a square millimetre of the sheet here; negative if the sheet is seen from behind. */
    private double area(double x, double y) {
        double d = h[6] * x + h[7] * y + 1;
        Point p = picture(x, y);
        double ux = (h[0] - p.x() * h[6]) / d;
        double uy = (h[1] - p.x() * h[7]) / d;
        double vx = (h[3] - p.y() * h[6]) / d;
        double vy = (h[4] - p.y() * h[7]) / d;
        return ux * vy - uy * vx;
    }

    /** Dots in the picture for a millimetre of the sheet here. */
    double scale(double x, double y) {
        return Math.sqrt(Math.abs(area(x, y)));
    }

    /** Whether somebody could have photographed a sheet like this: from the front, not flatter than about 50°. */
    boolean isPlausible(double width, double height) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double[] corner : new double[][] {{0, 0}, {width, 0}, {width, height}, {0, height}}) {
            if (!before(corner[0], corner[1])) {
                return false;
            }
            double area = area(corner[0], corner[1]);
            least = Math.min(least, area);
            most = Math.max(most, area);
        }
        return least > 4 && most < 16 * least && squareness() > 0.4;
    }

    /** The shorter half-axis of a small circle in the middle of the sheet as share of the longer one. */
    private double squareness() {
        Point middle = picture(105, 148);
        Point right = picture(106, 148);
        Point down = picture(105, 149);
        double a = right.x() - middle.x();
        double b = down.x() - middle.x();
        double c = right.y() - middle.y();
        double d = down.y() - middle.y();
        double sum = a * a + b * b + c * c + d * d;
        double det = a * d - b * c;
        double root = Math.sqrt(Math.max(0, sum * sum - 4 * det * det));
        return Math.sqrt(Math.max(0, sum - root) / (sum + root));
    }
}
