package dev.mitigauge.bench.endurance;

import java.util.Arrays;

/** Times in milliseconds, and where the slow ones are. */
final class Times {

    private double[] values = new double[1024];
    private int count;

    void add(double millis) {
        values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
        values[count++] = millis;
    }

    int count() {
        return count;
    }

    /** What that share of them do not exceed; 0 of none. */
    double quantile(double share) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[Math.min(count - 1, (int) (count * share))];
    }
}
