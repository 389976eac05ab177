package dev.mitigauge.metrics;

import dev.mitigauge.assessment.event.OutboxListener;
import dev.mitigauge.assessment.kept.OutboxState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Counts events that were delivered and attempts that failed, and shows what is on its way. Without a store there is none of it. */
final class OutboxMetrics implements OutboxListener {

    private final PrometheusMeterRegistry registry;
    private final Clock clock;
    private final Map<String, Counter> delivered;
    private final Map<String, Counter> failed;
    private volatile OutboxState state = OutboxState.EMPTY;

    OutboxMetrics(PrometheusMeterRegistry registry, Collection<String> targets, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        delivered = counters("delivered", "Events that a target took", targets);
        failed = counters("failed", "Attempts to deliver an event that failed", targets);
        gauge("waiting", "Deliveries of events that are neither done nor given up", OutboxState::waiting);
        gauge("dead", "Deliveries of events that were given up and are kept to be seen", OutboxState::dead);
        Gauge.builder("mitigauge.outbox.oldest.age", this::age)
                .baseUnit("seconds")
                .description("How long the oldest delivery waits that is neither done nor given up; 0 without one")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void delivered(String target) {
        count(delivered, target);
    }

    @Override
    public void failed(String target) {
        count(failed, target);
    }

    @Override
    public void state(OutboxState now) {
        state = now;
    }

    private double age() {
        Instant oldest = state.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1e3);
    }

    private static void count(Map<String, Counter> counters, String target) {
        Counter counter = counters.get(target);
        if (counter != null) {
            counter.increment();
        }
    }

    private Map<String, Counter> counters(String what, String description, Collection<String> targets) {
        return targets.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), target -> Counter.builder(
                        "mitigauge.outbox." + what)
                .description(description)
                .tag("target", target)
                .register(registry)));
    }

    private void gauge(String what, String description, ToDoubleFunction<OutboxState> value) {
        Gauge.builder("mitigauge.outbox." + what, () -> value.applyAsDouble(state))
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
