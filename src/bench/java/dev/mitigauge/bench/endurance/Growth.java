package dev.mitigauge.bench.endurance;

import dev.mitigauge.bench.endurance.Sample.Column;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Whether something is held that is not given back: what a run had in its last quarter, beside its second. The first still warms up.
 *
 * @param share that it may be more
 * @param more how much it may be more besides
 * @param figure of a quarter
 */
record Growth(Column column, double share, double more, ToDoubleFunction<DoubleStream> figure) {

    /** Of the heap counts what is left after the collection that each quarter ends with. */
    static final List<Growth> ALL = List.of(
            new Growth(
                    Column.HEAP_AFTER_GC_MIB, 0.10, 10, values -> values.min().orElse(Double.NaN)),
            new Growth(Column.METASPACE_MIB, 0.05, 5, Growth::median),
            new Growth(Column.DIRECT_MIB, 0.10, 16, Growth::median),
            new Growth(Column.THREADS, 0, 10, Growth::median),
            new Growth(Column.DESCRIPTORS, 0, 60, Growth::median),
            new Growth(Column.RSS_MIB, 0.10, 40, Growth::median));

    Check check(List<Sample> samples) {
        double second = quarter(samples, 1);
        double last = quarter(samples, 3);
        double most = second * (1 + share) + more;
        return new Check(
                column.word() + " does not grow",
                last <= most,
                String.format(
                        Locale.ROOT, "%.1f in the second quarter, %.1f in the last, at most %.1f", second, last, most));
    }

    private double quarter(List<Sample> samples, int quarter) {
        int from = samples.size() * quarter / 4;
        int to = samples.size() * (quarter + 1) / 4;
        return figure.applyAsDouble(samples.subList(from, to).stream()
                .mapToDouble(sample -> sample.of(column))
                .filter(value -> !Double.isNaN(value)));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
