package dev.mitigauge.metrics;

import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.StoreListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/** Counts what is asked of the store, how long it takes, and when it can't be asked. Without a store there is none of it. */
final class StoreMetrics implements StoreListener {

    private final PrometheusMeterRegistry registry;
    private final Map<Operation, DistributionDataPoint> durations = new EnumMap<>(Operation.class);
    private final Map<Outage.Cause, Counter> errors = new EnumMap<>(Outage.Cause.class);
    private final Map<Outage.Cause, Counter> outages = new EnumMap<>(Outage.Cause.class);
    private boolean down;
    private volatile int up = 1;

    StoreMetrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
        Durations times = new Durations(
                registry.getPrometheusRegistry(),
                "mitigauge_store_duration",
                "Time of each call of the store, with waiting for a connection or a lock",
                "operation");
        for (Operation operation : Operation.values()) {
            durations.put(operation, times.of(word(operation)));
        }
        for (Outage.Cause cause : Outage.Cause.values()) {
            errors.put(cause, count("errors", "Calls of the store that failed because it can't be used", cause));
            outages.put(cause, count("outages", "How often the store went from usable to not usable", cause));
        }
        Gauge.builder("mitigauge.store.up", () -> up)
                .description("1 if the store could be used when it was last asked, which is at least every few seconds")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void answered(Operation operation, long nanos) {
        time(operation, nanos);
        back();
    }

    @Override
    public void unavailable(Operation operation, Outage.Cause cause, long nanos) {
        time(operation, nanos);
        count(errors, cause);
        gone(cause);
    }

    @Override
    public void connections(Connections connections) {
        connection("active", "Connections to the database that are used", connections::active);
        connection("idle", "Connections to the database that are open and free", connections::idle);
        connection("waiting", "Callers who wait for a connection to the database", connections::waiting);
        connection("max", "Most connections to the database", connections::most);
    }

    private synchronized void back() {
        down = false;
        up = 1;
    }

    private synchronized void gone(Outage.Cause cause) {
        if (!down) {
            count(outages, cause);
        }
        down = true;
        up = 0;
    }

    private void time(Operation operation, long nanos) {
        DistributionDataPoint point = durations.get(operation);
        if (point != null) {
            Durations.add(point, nanos, Origin.UNKNOWN);
        }
    }

    private static void count(Map<Outage.Cause, Counter> counters, Outage.Cause cause) {
        Counter counter = counters.get(cause);
        if (counter != null) {
            counter.increment();
        }
    }

    private Counter count(String what, String description, Outage.Cause cause) {
        return Counter.builder("mitigauge.store." + what)
                .description(description)
                .tag("cause", word(cause))
                .register(registry);
    }

    private void connection(String what, String description, IntSupplier value) {
        Gauge.builder("mitigauge.store.connections." + what, value::getAsInt)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
