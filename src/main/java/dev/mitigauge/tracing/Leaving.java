package dev.mitigauge.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts spans out that are handed to the exporter: they wait no more.
 *
 * @param exporter sends them
 * @param waiting how many wait
 */
record Leaving(SpanExporter exporter, AtomicInteger waiting) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        waiting.addAndGet(-spans.size());
        return exporter.export(spans);
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
