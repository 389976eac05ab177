package dev.mitigauge.app;

import dev.mitigauge.http.HttpListener;
import dev.mitigauge.metrics.HttpMetrics;

/**
 * Tells the metrics what the service tells its listener; the two never meet.
 *
 * @param metrics that count
 */
record HttpCounting(HttpMetrics metrics) implements HttpListener {

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
    public void ended(String method, String route, int status, long nanos) {
        metrics.ended(method, route, status, nanos);
    }
}
