package dev.mitigauge.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands spans to the collector, counts those that it took and those that it did not, and says once that it does not take any. */
final class Collector implements SpanExporter {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final SpanExporter exporter;
    private final LongAdder exported = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicBoolean away = new AtomicBoolean();

    Collector(SpanExporter exporter) {
        this.exporter = exporter;
    }

    /** How many it took. */
    long exported() {
        return exported.sum();
    }

    /** How many it did not take. */
    long failed() {
        return failed.sum();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        int count = spans.size();
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> tell(result, count));
    }

    private void tell(CompletableResultCode result, int count) {
        if (result.isSuccess()) {
            if (away.getAndSet(false)) {
                LOG.info("the collector takes spans again");
            }
            exported.add(count);
        } else {
            if (!away.getAndSet(true)) {
                LOG.warn(
                        "the collector of `tracing.endpoint` takes no spans, so they are lost until it does: {}",
                        why(result.getFailureThrowable()));
            }
            failed.add(count);
        }
    }

    /** What OpenTelemetry throws says nothing; what caused it does. */
    private static String why(@Nullable Throwable thrown) {
        Throwable cause = thrown == null ? null : thrown.getCause();
        return cause == null ? "it refuses them" : cause.toString();
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
