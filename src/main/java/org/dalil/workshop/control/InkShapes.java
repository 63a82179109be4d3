package org.dalil.workshop.control;

import java.util.ArrayList;
import java.util.List;

/** Connected shapes of ink with their area, centre and spread; found run by run in one pass over the rows. */
final class InkShapes {

    private final List<Shape> all = new ArrayList<>();
    private int[] parent = new int[1024];
    /** For each label: area, sums of x, y, xx, yy, xy. */
    private double[] sums = new double[6 * 1024];
    private int labels;

    private InkShapes() { }

    /**
     * One connected shape.
     *
     * @param xx variance of x over its dots; yy and xy likewise
     */
    record Shape(double area, double x, double y, double xx, double yy, double xy) {

        /** Of the matrix of variances: grows with the square of the area, whatever the tilt. */
        double determinant() {
            return Math.max(1e-9, xx * yy - xy * xy);
        }
    }

    List<Shape> all() {
        return all;
    }

    static InkShapes of(boolean[] ink, int width, int height) {
        InkShapes shapes = new InkShapes();
        int[] before = new int[3 * (width / 2 + 1)];
        int[] now = new int[3 * (width / 2 + 1)];
        int runsBefore = 0;
        for (int y = 0; y < height; y++) {
            int runs = 0;
            int candidate = 0;
            for (int x = 0; x < width; x++) {
                if (!ink[y * width + x]) {
                    continue;
                }
                int from = x;
                while (x + 1 < width && ink[y * width + x + 1]) {
                    x++;
                }
                int label = -1;
                while (candidate < runsBefore && before[3 * candidate + 1] < from - 1) {
                    candidate++;
                }
                for (int i = candidate; i < runsBefore && before[3 * i] <= x + 1; i++) {
                    label = label < 0 ? shapes.root(before[3 * i + 2]) : shapes.join(label, before[3 * i + 2]);
                }
                label = label < 0 ? shapes.fresh() : label;
                shapes.add(label, from, x, y);
                now[3 * runs] = from;
                now[3 * runs + 1] = x;
                now[3 * runs++ + 2] = label;
            }
            int[] swapped = before;
            before = now;
            now = swapped;
            runsBefore = runs;
        }
        shapes.collect();
        return shapes;
    }

    private int fresh() {
        if (labels == parent.length) {
            parent = java.util.Arrays.copyOf(parent, 2 * labels);
            sums = java.util.Arrays.copyOf(sums, 12 * labels);
        }
        parent[labels] = labels;
        return labels++;
    }

    private int root(int label) {
        int root = label;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private int join(int a, int b) {
        int first = root(a);
        int second = root(b);
        if (first != second) {
            parent[second] = first;
            for (int i = 0; i < 6; i++) {
                sums[6 * first + i] += sums[6 * second + i];
                sums[6 * second + i] = 0;
            }
        }
        return first;
    }

    private void add(int label, int from, int to, int y) {
        int at = 6 * root(label);
        double n = to - from + 1.0;
        double sum = n * (from + to) / 2;
        sums[at] += n;
        sums[at + 1] += sum;
        sums[at + 2] += n * y;
        double mean = sum / n;
        sums[at + 3] += n * mean * mean + n * (n * n - 1) / 12;
        sums[at + 4] += n * (double) y * y;
        sums[at + 5] += sum * y;
    }

    private void collect() {
        for (int label = 0; label < labels; label++) {
            double n = sums[6 * label];
            if (parent[label] == label && n > 8) {
                double x = sums[6 * label + 1] / n;
                double y = sums[6 * label + 2] / n;
                // A dot has an extent of its own: a twelfth.
                all.add(new Shape(n, x, y, sums[6 * label + 3] / n - x * x + 1 / 12.0, sums[6 * label + 4] / n - y * y + 1 / 12.0,
                        sums[6 * label + 5] / n - x * y));
            }
        }
    }
}
