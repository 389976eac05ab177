package dev.mitigauge.app;

import dev.mitigauge.http.HttpListener;
import dev.mitigauge.metrics.HttpMetrics;

/**
 * Tells the metrics and the log what the service tells its listener; they never meet.
 *
 * @param metrics that count
 * @param log a line for each request
 */
record HttpCounting(HttpMetrics metrics, AccessLog log) implements HttpListener {

    @Override
    public void connected() {
        metrics.connected();
    }

    @Override
    public void disconnected() {
        metrics.disconnected();
    }

    @Override
    public void began() {
        metrics.began();
    }

    @Override
    public void received(long bytes) {
        metrics.received(bytes);
    }

    @Override
    public void sent(long bytes) {
        metrics.sent(bytes);
    }

    @Override
    public void ended(Ended request) {
        metrics.ended(
                request.method(), request.route(), request.status(), request.nanos(), request.id(), request.traceId());
        log.add(request);
    }
}
