package dev.mitigauge.http;

import dev.mitigauge.assessment.AssessmentListener;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of one event loop: closes those beyond the bound that all loops share, and those whose next request takes too long to begin.
 * Used by that loop alone.
 */
final class Connections {

    /** The word that metrics count connections beyond the bound under: nobody is there to read an answer. */
    static final String REASON = "connections";

    private static final long SECOND = TimeUnit.SECONDS.toMillis(1);

    private final TrafficSettings bounds;
    private final AtomicInteger open;
    private final AssessmentListener listener;

    /** What stands for a connection whose request is being answered. */
    private static final Optional<Long> BUSY = Optional.empty();

    /** Since when the head of a request is waited for, by {@link System#nanoTime}. */
    private final Map<HttpConnection, Optional<Long>> waiting = new HashMap<>();

    /** @param open how many connections all event loops have */
    Connections(TrafficSettings bounds, AtomicInteger open, AssessmentListener listener) {
        this.bounds = bounds;
        this.open = open;
        this.listener = listener;
    }

    void watch(Vertx vertx) {
        vertx.setPeriodic(SECOND, tick -> closeLate());
    }

    /** A client has connected. */
    void opened(HttpConnection connection) {
        if (open.incrementAndGet() > bounds.maxConnections()) {
            open.decrementAndGet();
            listener.rejected(REASON);
            connection.close();
            return;
        }
        waiting.put(connection, now());
        connection.closeHandler(closed -> {
            waiting.remove(connection);
            open.decrementAndGet();
        });
    }

    /** The head of a request is whole. */
    void began(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        waiting.replace(connection, BUSY);
        // What is closed meanwhile is no longer there to be replaced.
        request.response().endHandler(answered -> waiting.replace(connection, now()));
    }

    private void closeLate() {
        long latest = System.nanoTime() - TimeUnit.SECONDS.toNanos(bounds.headSeconds());
        List<HttpConnection> late = new ArrayList<>();
        waiting.forEach((connection, since) -> {
            if (since.isPresent() && since.get() - latest < 0) {
                late.add(connection);
            }
        });
        late.forEach(HttpConnection::close);
    }

    private static Optional<Long> now() {
        return Optional.of(System.nanoTime());
    }
}
