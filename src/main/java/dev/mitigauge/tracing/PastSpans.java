package dev.mitigauge.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Spans of what is told when it is over. Only for what belongs to a request that is followed: what a service does by itself is not.
 *
 * @param tracer makes them
 */
record PastSpans(Tracer tracer) {

    /** Something took so many nanoseconds until now, on this thread. */
    void add(String name, long nanos, boolean failed) {
        if (!Span.current().isRecording()) {
            return;
        }
        long now = Clock.getDefault().now();
        Span span = tracer.spanBuilder(name)
                .setStartTimestamp(now - nanos, TimeUnit.NANOSECONDS)
                .startSpan();
        if (failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(now, TimeUnit.NANOSECONDS);
    }
}
