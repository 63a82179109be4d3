package org.dalil.workshop.control;

/**
 * A picture in greys, one byte a dot.
 *
 * @param dots row by row from the top, 0 black to 255 white
 */
record GreyImage(int width, int height, byte[] dots) {

    int at(int x, int y) {
        return dots[y * width + x] & 0xFF;
    }

    /** The grey between dots, linearly; outside the picture the nearest dot's. The middle of the first dot is (0.5, 0.5). */
    double at(double x, double y) {
        double fromX = Math.max(0, Math.min(width - 1.001, x - 0.5));
        double fromY = Math.max(0, Math.min(height - 1.001, y - 0.5));
        int column = (int) fromX;
        int row = (int) fromY;
        double right = fromX - column;
        double down = fromY - row;
        int first = row * width + column;
        double upper = (dots[first] & 0xFF) * (1 - right) + (dots[first + 1] & 0xFF) * right;
        double lower = (dots[first + width] & 0xFF) * (1 - right) + (dots[first + width + 1] & 0xFF) * right;
        return upper * (1 - down) + lower * down;
    }

    boolean holds(double x, double y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /** Smaller by a whole factor, each dot the mean of those it replaces. */
    GreyImage shrunk(int factor) {
        int w = width / factor;
        int h = height / factor;
        byte[] small = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int sum = 0;
                for (int dy = 0; dy < factor; dy++) {
                    for (int dx = 0; dx < factor; dx++) {
                        sum += at(x * factor + dx, y * factor + dy);
                    }
                }
                small[y * w + x] = (byte) (sum / (factor * factor));
            }
        }
        return new GreyImage(w, h, small);
    }

    /**
     * Which dots are ink: clearly darker than the mean of their surroundings, so that light may fall unevenly.
     *
     * @param reach half the side of the surroundings, in dots
     * @param share of the mean below which a dot is ink, 0 to 1
     */
    boolean[] ink(int reach, double share) {
        boolean[] ink = new boolean[width * height];
        int[] columns = new int[width];
        int rows = 0;
        for (int y = 0; y < Math.min(reach, height); y++) {
            addRow(columns, y, 1);
            rows++;
        }
        for (int y = 0; y < height; y++) {
            if (y + reach < height) {
                addRow(columns, y + reach, 1);
                rows++;
            }
            if (y - reach - 1 >= 0) {
                addRow(columns, y - reach - 1, -1);
                rows--;
            }
            inkOfRow(ink, columns, y, rows, reach, share);
        }
        return ink;
    }

    private void addRow(int[] columns, int y, int sign) {
        int first = y * width;
        for (int x = 0; x < width; x++) {
            columns[x] += sign * (dots[first + x] & 0xFF);
        }
    }

    private void inkOfRow(boolean[] ink, int[] columns, int y, int rows, int reach, double share) {
        long sum = 0;
        for (int x = 0; x < Math.min(reach, width); x++) {
            sum += columns[x];
        }
        int across = Math.min(reach, width);
        for (int x = 0; x < width; x++) {
            if (x + reach < width) {
                sum += columns[x + reach];
                across++;
            }
            if (x - reach - 1 >= 0) {
                sum -= columns[x - reach - 1];
                across--;
            }
            ink[y * width + x] = at(x, y) * (double) across * rows < sum * share;
        }
    }

    /** Each dot the mean of itself and its eight neighbours: takes the grain out of a photo. */
    GreyImage smoothed() {
        byte[] smooth = dots.clone();
        for (int y = 1; y < height - 1; y++) {
            int row = y * width;
            int left = column(row);
            int middle = column(row + 1);
            for (int x = 1; x < width - 1; x++) {
                int right = column(row + x + 1);
                smooth[row + x] = (byte) ((left + middle + right) / 9);
                left = middle;
                middle = right;
            }
        }
        return new GreyImage(width, height, smooth);
    }

    private int column(int index) {
        return (dots[index - width] & 0xFF) + (dots[index] & 0xFF) + (dots[index + width] & 0xFF);
    }
}
