import java.util.Arrays;

/** Durations of many requests, in microseconds. */
final class Times {

    private int[] values = new int[1024];
    private int count;

    synchronized void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1000);
    }

    void addAll(Times others) {
        for (int i = 0; i < others.count; i++) {
            add(others.values[i] * 1000L);
        }
    }

    synchronized int count() {
        return count;
    }

    /** @return milliseconds below which this share of the requests stayed */
    synchronized double percentile(double share) {
        int[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) Math.min(count - 1, Math.floor(share * count))] / 1000.0;
    }
}
