package dev.mitigauge.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts requests and connections; names as in the semantic conventions of OpenTelemetry, labels shorter. */
public final class HttpMetrics {

    private static final String OTHER = "other";

    /** More than there are routes, methods and statuses, so that no stranger can make them many. */
    private static final int MOST_KINDS = 500;

    private record Kind(String method, String route, String status) {}

    private final Bounded<Kind, Timer> requests;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    HttpMetrics(MeterRegistry registry) {
        requests = new Bounded<>(MOST_KINDS, new Kind(OTHER, OTHER, OTHER), kind -> Histogram.of(
                        "http.server.request.duration", "Time from the head of a request to its answer")
                .tags("method", kind.method(), "route", kind.route(), "status", kind.status())
                .register(registry));
        Gauge.builder("http.server.active.requests", inFlight::get)
                .description("Requests that are not answered yet")
                .strongReference(true)
                .register(registry);
        Gauge.builder("http.server.open.connections", connections::get)
                .description("Connections that are open")
                .strongReference(true)
                .register(registry);
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

    /**
     * A request that began has ended.
     *
     * @param method of a fixed set
     * @param route template of the route, of a fixed set
     * @param status HTTP status
     * @param nanos how long it took
     */
    public void ended(String method, String route, int status, long nanos) {
        inFlight.decrementAndGet();
        requests.of(new Kind(method, route, Integer.toString(status))).record(nanos, TimeUnit.NANOSECONDS);
    }
}
