package dev.mitigauge.bench.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was seen at a moment, and in the while before it.
 *
 * @param second since the beginning
 * @param values by the names of {@link Column}
 */
record Sample(double second, Map<Column, Double> values) {

    /** What is seen, and how it is named in a table. */
    enum Column {
        SENT_PER_S,
        ANSWERED_PER_S,
        AWAY,
        CUT,
        SHED,
        WRONG,
        P50_MS,
        P99_MS,
        MAX_MS,
        HEAP_USED_MIB,
        HEAP_AFTER_GC_MIB,
        HEAP_COMMITTED_MIB,
        METASPACE_MIB,
        DIRECT_MIB,
        RSS_MIB,
        CLASSES,
        THREADS,
        DESCRIPTORS,
        CONNECTIONS,
        STREAMS,
        GC_COUNT,
        GC_MS,
        GC_MAX_MS,
        CPU,
        LOOP_DELAY_MS,
        QUEUED,
        REJECTED,
        STORE_UP,
        STORE_ACTIVE,
        STORE_WAITING,
        OUTBOX_WAITING,
        OUTBOX_DEAD,
        RULES_STALE,
        READY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Sample {
        values = Map.copyOf(values);
    }

    double of(Column column) {
        return values.getOrDefault(column, Double.NaN);
    }

    static String head() {
        return "second," + List.of(Column.values()).stream().map(Column::word).collect(Collectors.joining(","));
    }

    /** A row of a table; what is not known is left empty. */
    String row() {
        List<String> cells = new ArrayList<>();
        cells.add(String.format(Locale.ROOT, "%.1f", second));
        for (Column column : Column.values()) {
            double value = of(column);
            cells.add(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value));
        }
        return String.join(",", cells);
    }
}
