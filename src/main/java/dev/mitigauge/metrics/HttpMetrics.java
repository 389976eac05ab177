package dev.mitigauge.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts requests and connections; names as in the semantic conventions of OpenTelemetry, labels shorter. */
public final class HttpMetrics {

    private static final String OTHER = "other";

    /** More than there are routes, methods and statuses, so that no stranger can make them many. */
    private static final int MOST_KINDS = 500;

    private record Kind(String method, String route, String status) {}

    private final Bounded<Kind, DistributionDataPoint> requests;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final Counter received;
    private final Counter sent;

    HttpMetrics(PrometheusMeterRegistry registry) {
        Durations durations = new Durations(
                registry.getPrometheusRegistry(),
                "http_server_request_duration",
                "Time from the head of a request to its answer, by template of the route",
                "method",
                "route",
                "status");
        requests = new Bounded<>(
                MOST_KINDS,
                new Kind(OTHER, OTHER, OTHER),
                kind -> durations.of(kind.method(), kind.route(), kind.status()));
        Gauge.builder("http.server.active.requests", inFlight::get)
                .description("Requests that are not answered yet")
                .strongReference(true)
                .register(registry);
        Gauge.builder("http.server.open.connections", connections::get)
                .description("Connections that are open")
                .strongReference(true)
                .register(registry);
        received = bytes(registry, "http.server.received", "Bytes of the bodies of requests");
        sent = bytes(registry, "http.server.sent", "Bytes of the bodies of answers");
    }

    /** A client connected. */
    public void connected() {
        connections.incrementAndGet();
    }

    /** A connection was closed. */
    public void disconnected() {
        connections.decrementAndGet();
    }

    /** The head of a request was read. */
    public void began() {
        inFlight.incrementAndGet();
    }

    /** The body of a request has come. */
    public void received(long bytes) {
        received.increment((double) bytes);
    }

    /** The body of an answer has gone. */
    public void sent(long bytes) {
        sent.increment((double) bytes);
    }

    /**
     * A request that began has ended.
     *
     * @param method of a fixed set
     * @param route template of the route, of a fixed set
     * @param status HTTP status
     * @param nanos how long it took
     * @param requestId by which the log names it, null if it was not even read
     * @param traceId of the trace that its caller is in, null for none
     */
    public void ended(
            String method, String route, int status, long nanos, @Nullable String requestId, @Nullable String traceId) {
        inFlight.decrementAndGet();
        Durations.add(
                requests.of(new Kind(method, route, Integer.toString(status))), nanos, new Origin(requestId, traceId));
    }

    private static Counter bytes(PrometheusMeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).baseUnit("bytes").register(registry);
    }
}
