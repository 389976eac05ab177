package dev.mitigauge.tracing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Spans that wait to be sent, by a thread of its own. One that finds no room is dropped and counted: who waits for a collector is never who
 * serves a request.
 */
final class SpanQueue implements SpanProcessor {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 512;

    private final int capacity;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder dropped = new LongAdder();
    private final SpanProcessor batches;

    /** @param exporter sends them */
    SpanQueue(SpanExporter exporter, int capacity) {
        this.capacity = capacity;
        this.batches = BatchSpanProcessor.builder(new Leaving(exporter, waiting))
                // It never drops by itself, which nobody would count: what is on its way to the exporter is still
                // counted as waiting here.
                .setMaxQueueSize(capacity)
                .setMaxExportBatchSize(Math.min(capacity, MOST_AT_ONCE))
                .setScheduleDelay(PAUSE)
                .build();
    }

    /** How many found no room. */
    long dropped() {
        return dropped.sum();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        batches.onStart(parent, span);
    }

    @Override
    public boolean isStartRequired() {
        return batches.isStartRequired();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (!span.getSpanContext().isSampled()) {
            return;
        }
        if (waiting.incrementAndGet() > capacity) {
            waiting.decrementAndGet();
            dropped.increment();
        } else {
            batches.onEnd(span);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode forceFlush() {
        return batches.forceFlush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return batches.shutdown();
    }
}
