package dev.mitigauge.metrics;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;

/**
 * Histograms of times, by Prometheus' own client: Micrometer's take no exemplars but those of a tracer, and here the id of a request is what
 * leads from a slow bucket to the log.
 */
final class Durations {

    /** In seconds: from 100 µs, which a small document takes, to 30 s, where the service gives up. */
    private static final double[] BUCKETS = {
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };

    private static final double NANOS = 1e9;

    private final Histogram histogram;

    /**
     * One histogram for each set of values of the labels.
     *
     * @param name without the unit, which is seconds
     */
    Durations(PrometheusRegistry registry, String name, String help, String... labels) {
        histogram = Histogram.builder()
                .name(name)
                .help(help)
                .unit(Unit.SECONDS)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(BUCKETS)
                .register(registry);
    }

    /** Where the times of these values of the labels go; to be kept, because finding it costs. */
    DistributionDataPoint of(String... values) {
        return histogram.labelValues(values);
    }

    /** Notes a time. */
    static void add(DistributionDataPoint point, long nanos, Origin origin) {
        double seconds = nanos / NANOS;
        if (origin.known()) {
            point.observeWithExemplar(seconds, origin.labels());
        } else {
            point.observe(seconds);
        }
    }
}
