package dev.mitigauge.metrics;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.event.OutboxListener;
import dev.mitigauge.assessment.kept.StoreListener;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** All metrics of one process, and their text for Prometheus. */
public final class Metrics implements AutoCloseable {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(new BucketExemplars());
    private final ProcessMetrics process = new ProcessMetrics(registry);
    private final ProjectMetrics projects;
    private final AssessmentMetrics assessments;
    private final HttpMetrics http;
    private final Clock clock;

    /** Counters of others, which Micrometer itself would let go. */
    private final List<LongSupplier> watched = new CopyOnWriteArrayList<>();

    /**
     * Starts to count.
     *
     * @param version of the program
     * @param clock tells when rule sets become active
     */
    public Metrics(MetricsSettings settings, String version, Clock clock) {
        projects = new ProjectMetrics(registry, settings.maxProjects());
        assessments = new AssessmentMetrics(registry, settings, projects, clock);
        http = new HttpMetrics(registry);
        this.clock = clock;
        Gauge.builder("mitigauge.build.info", () -> 1)
                .description("Version of the program")
                .tag("version", version)
                .strongReference(true)
                .register(registry);
    }

    /** What is to be told of assessments and rule sets. */
    public AssessmentListener assessments() {
        return assessments;
    }

    /** What is to be told of requests. */
    public HttpMetrics http() {
        return http;
    }

    /** What is to be told of kept projects. */
    public ProjectMetrics projects() {
        return projects;
    }

    /** What is to be told of the store, if there is one; to be asked for once. */
    public StoreListener store() {
        return new StoreMetrics(registry);
    }

    /**
     * What is to be told of events on their way to others; to be asked for once.
     *
     * @param targets names of all who are told
     */
    public OutboxListener outbox(Collection<String> targets) {
        return new OutboxMetrics(registry, targets, clock);
    }

    /** Shows how many read events. */
    public void watchEventStreams(IntSupplier count) {
        Gauge.builder("mitigauge.event.streams", count::getAsInt)
                .description("Readers of /api/v1/events")
                .strongReference(true)
                .register(registry);
    }

    /** Begins to count these reasons at 0: an increase from nothing to one is none to Prometheus. */
    public void expectRejections(Collection<String> reasons) {
        assessments.expectRejections(reasons);
    }

    /** Shows until when clients believe the service to be who it says it is. */
    public void watchCertificate(Supplier<Optional<Instant>> expiry) {
        Gauge.builder(
                        "mitigauge.tls.certificate.expiry.timestamp",
                        () -> expiry.get().map(Instant::getEpochSecond).orElse(0L))
                .baseUnit("seconds")
                .description("Until when the certificate that is shown is believed; 0 without one")
                .strongReference(true)
                .register(registry);
    }

    /** Shows how long requests wait before anybody looks at them. */
    public void watchDelay(Supplier<Duration> delay) {
        Gauge.builder("mitigauge.event.loop.delay", () -> delay.get().toNanos() / 1e9)
                .baseUnit("seconds")
                .description("Longest time in the last second that requests waited for their event loop")
                .strongReference(true)
                .register(registry);
    }

    /** Shows whether requests may be sent here. */
    public void watchReadiness(BooleanSupplier ready) {
        Gauge.builder("mitigauge.ready", () -> ready.getAsBoolean() ? 1 : 0)
                .description("1 if the service has warmed up and is not stopping, as /health/ready says")
                .strongReference(true)
                .register(registry);
    }

    /**
     * Shows a pool of threads.
     *
     * @param name of the pool
     * @param size how many threads it has
     * @param capacity how much work may wait for one of them
     * @param active how many of them work
     * @param waiting how much work waits for one of them
     * @param refused how much work found no place to wait since the start
     */
    public void watchPool(
            String name, int size, int capacity, IntSupplier active, IntSupplier waiting, LongSupplier refused) {
        poolGauge("size", "Threads of the pool", name, () -> size);
        poolGauge("active", "Threads of the pool that work", name, active);
        poolGauge("queued", "Work that waits for a thread of the pool", name, waiting);
        poolGauge("queue.capacity", "Most work that may wait for a thread of the pool", name, () -> capacity);
        watched.add(refused);
        FunctionCounter.builder("mitigauge.pool.rejected", refused, LongSupplier::getAsLong)
                .description("Work that found no place to wait")
                .tag("pool", name)
                .register(registry);
    }

    /**
     * Shows what became of spans.
     *
     * @param outcome a word for it
     * @param spans how many since the start
     */
    public void watchSpans(String outcome, LongSupplier spans) {
        watched.add(spans);
        FunctionCounter.builder("mitigauge.trace.spans", spans, LongSupplier::getAsLong)
                .description(
                        "Spans of requests that are followed: exported to the collector, failed because it did not take them, dropped because too many waited")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Shows how many lines of the access log found no room. */
    public void watchAccessLog(LongSupplier dropped) {
        watched.add(dropped);
        FunctionCounter.builder("mitigauge.access.log.dropped", dropped, LongSupplier::getAsLong)
                .description("Lines of the access log that were dropped because the error output is read too slowly")
                .register(registry);
    }

    /**
     * Shows how much of what is asked was asked before.
     *
     * @param hits how often since the start
     * @param misses how often it was not
     * @param evictions how many answers had to go to make room
     * @param entries how many answers are known now
     * @param bytes how much memory they take, as estimated
     */
    public void watchAnswers(
            LongSupplier hits, LongSupplier misses, LongSupplier evictions, LongSupplier entries, LongSupplier bytes) {
        answers("hits", "Requests whose answer was known", hits);
        answers("misses", "Requests whose answer was looked for and not known", misses);
        answers("evictions", "Known answers that had to go to make room for others", evictions);
        Gauge.builder("mitigauge.answer.cache.entries", entries::getAsLong)
                .description("Answers that are known")
                .strongReference(true)
                .register(registry);
        Gauge.builder("mitigauge.answer.cache.size", bytes::getAsLong)
                .baseUnit("bytes")
                .description("Memory that the known answers take, as estimated; at most assessment.cacheBytes")
                .strongReference(true)
                .register(registry);
    }

    /** The content type of the text for a client that accepts this; the older one unless it asks for OpenMetrics. */
    public String contentType(String accept) {
        return accept.toLowerCase(Locale.ROOT).contains("application/openmetrics-text")
                ? OPEN_METRICS
                : PROMETHEUS_TEXT;
    }

    /** The text of all metrics in a {@linkplain #contentType content type}. */
    public String scrape(String contentType) {
        return registry.scrape(contentType);
    }

    /** Counts no more. */
    @Override
    public void close() {
        process.close();
        registry.close();
    }

    private void answers(String what, String description, LongSupplier count) {
        watched.add(count);
        FunctionCounter.builder("mitigauge.answer.cache." + what, count, LongSupplier::getAsLong)
                .description(description)
                .register(registry);
    }

    private void poolGauge(String what, String description, String pool, IntSupplier value) {
        Gauge.builder("mitigauge.pool." + what, value::getAsInt)
                .description(description)
                .tag("pool", pool)
                .strongReference(true)
                .register(registry);
    }
}
