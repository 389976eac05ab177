package dev.mitigauge.tracing;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.Trace;
import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.assessment.kept.StoreListener;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows requests by spans, and sends those that are sampled to a collector: what the caller decided counts, else chance does. */
public final class OtlpTracing implements Tracing, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long SECONDS_TO_FLUSH = 3;

    private final Collector collector;
    private final SpanQueue queue;
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private OtlpTracing(TracingSettings settings, String endpoint, String version) {
        collector = new Collector(OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTimeout(TIMEOUT)
                .setConnectTimeout(TIMEOUT)
                .setCompression("gzip")
                .setHeaders(settings::parsedHeaders)
                .build());
        queue = new SpanQueue(collector, settings.queue());
        provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(
                                AttributeKey.stringKey("service.name"),
                                settings.serviceName(),
                                AttributeKey.stringKey("service.version"),
                                version,
                                AttributeKey.stringKey("service.instance.id"),
                                UUID.randomUUID().toString()))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.sampleRatio())))
                .addSpanProcessor(queue)
                .build();
        tracer = provider.get("dev.mitigauge", version);
    }

    /**
     * As the settings say.
     *
     * @param endpoint that they name
     * @param version of the program
     */
    public static OtlpTracing to(String endpoint, TracingSettings settings, String version) {
        return new OtlpTracing(settings, endpoint, version);
    }

    /** A listener that makes a span of each stage, and tells another one of all. */
    public AssessmentListener stages(AssessmentListener next) {
        return new StageSpans(next, new PastSpans(tracer));
    }

    /** The same for calls of the store. */
    public StoreListener calls(StoreListener next) {
        return new StoreSpans(next, new PastSpans(tracer));
    }

    /** How many spans the collector took. */
    public long exported() {
        return collector.exported();
    }

    /** How many it did not take. */
    public long failed() {
        return collector.failed();
    }

    /** How many were dropped because too many waited. */
    public long dropped() {
        return queue.dropped();
    }

    @Override
    public Trace serve(Function<String, @Nullable String> header) {
        Context parent = TraceHeaders.read(header);
        return SpanTrace.begun(tracer.spanBuilder("request").setSpanKind(SpanKind.SERVER), parent);
    }

    @Override
    public Trace call(@Nullable String traceParent) {
        Context parent = traceParent == null ? Context.current() : TraceHeaders.read(traceParent);
        return SpanTrace.begun(tracer.spanBuilder("call").setSpanKind(SpanKind.CLIENT), parent);
    }

    @Override
    public Runnable carried(Runnable work) {
        return Context.current().wrap(work);
    }

    /** Sends what waits, as far as that takes no more than a few seconds. */
    @Override
    public void close() {
        provider.shutdown().join(SECONDS_TO_FLUSH, TimeUnit.SECONDS);
    }
}
