package dev.mitigauge.app;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.assessment.kept.StoreListener;
import dev.mitigauge.metrics.Metrics;
import dev.mitigauge.tracing.OtlpTracing;
import dev.mitigauge.tracing.TracingSettings;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Who follows the requests of a service; without a collector nobody, and then nothing of OpenTelemetry is loaded.
 *
 * @param tracing follows requests
 * @param stages a listener that follows the stages of assessments, and tells another one
 * @param calls a listener that follows calls of the store, and tells another one
 * @param exported how many spans the collector took
 * @param failed how many it did not take
 * @param dropped how many were not even sent, because too many waited
 * @param end sends what waits
 */
record ServiceTracing(
        Tracing tracing,
        UnaryOperator<AssessmentListener> stages,
        UnaryOperator<StoreListener> calls,
        LongSupplier exported,
        LongSupplier failed,
        LongSupplier dropped,
        Runnable end)
        implements AutoCloseable {

    static ServiceTracing of(TracingSettings settings, String version, Metrics metrics) {
        ServiceTracing made = settings.collector()
                .map(endpoint -> ServiceTracing.through(OtlpTracing.to(endpoint, settings, version)))
                .orElseGet(ServiceTracing::off);
        metrics.watchSpans("exported", made.exported());
        metrics.watchSpans("failed", made.failed());
        metrics.watchSpans("dropped", made.dropped());
        return made;
    }

    private static ServiceTracing through(OtlpTracing otlp) {
        return new ServiceTracing(
                otlp, otlp::stages, otlp::calls, otlp::exported, otlp::failed, otlp::dropped, otlp::close);
    }

    private static ServiceTracing off() {
        return new ServiceTracing(
                Tracing.OFF, UnaryOperator.identity(), UnaryOperator.identity(), () -> 0, () -> 0, () -> 0, () -> {});
    }

    @Override
    public void close() {
        end.run();
    }
}
