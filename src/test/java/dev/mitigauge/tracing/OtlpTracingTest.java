package dev.mitigauge.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.AssessmentListener.Stage;
import dev.mitigauge.assessment.Secret;
import dev.mitigauge.assessment.Trace;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.StoreListener;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OtlpTracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final Logger logger = (Logger) LoggerFactory.getLogger(Collector.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void shouldPutStagesBelowTheRequestThatTheCallerFollows() throws IOException {
        try (FakeCollector collector = new FakeCollector()) {
            try (OtlpTracing tracing = tracing(collector.endpoint(), 0)) {
                Trace request = tracing.serve(Map.of("traceparent", PARENT)::get);
                var unused = request.within(() -> {
                    tracing.stages(AssessmentListener.NONE).timed(Stage.RULES, 2_000_000);
                    tracing.calls(StoreListener.NONE)
                            .unavailable(StoreListener.Operation.WRITE, Outage.Cause.BUSY, 1_000_000);
                    return true;
                });
                request.end("POST", "/api/v1/assessments", 503);
            }

            Span request = collector.named("POST /api/v1/assessments").get(0);
            assertThat(FakeCollector.hex(request.getTraceId())).isEqualTo(TRACE);
            assertThat(FakeCollector.hex(request.getParentSpanId())).isEqualTo("00f067aa0ba902b7");
            assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
            assertThat(request.getStatus().getCodeValue()).isEqualTo(2);
            assertThat(List.of(
                            collector.named("rules").get(0),
                            collector.named("store write").get(0)))
                    .allSatisfy(stage -> assertThat(stage.getParentSpanId()).isEqualTo(request.getSpanId()));
            assertThat(nanos(collector.named("rules").get(0))).isEqualTo(2_000_000);
            assertThat(collector.named("store write").get(0).getStatus().getCodeValue())
                    .isEqualTo(2);
            assertThat(collector.services()).contains("shop");
            assertThat(collector.keys()).contains("secret");
        }
    }

    @Test
    void shouldFollowNothingThatBelongsToNoRequest() throws IOException {
        try (FakeCollector collector = new FakeCollector()) {
            try (OtlpTracing tracing = tracing(collector.endpoint(), 1)) {
                tracing.stages(AssessmentListener.NONE).timed(Stage.RULES, 2_000_000);
                tracing.serve(name -> null).end("GET", "/", 200);
            }

            assertThat(collector.spans()).extracting(Span::getName).containsExactly("GET /");
        }
    }

    @Test
    void shouldObeyTheCallerBeforeChance() throws IOException {
        try (FakeCollector collector = new FakeCollector()) {
            try (OtlpTracing tracing = tracing(collector.endpoint(), 1)) {
                Trace unsampled = tracing.serve(Map.of("traceparent", PARENT.replaceFirst("01$", "00"))::get);
                unsampled.end("GET", "/unsampled", 200);
                tracing.serve(Map.of("traceparent", "00-nonsense")::get).end("GET", "/malformed", 200);

                assertThat(unsampled.headers().get("traceparent"))
                        .startsWith("00-" + TRACE)
                        .endsWith("-00");
            }

            assertThat(collector.spans()).extracting(Span::getName).containsExactly("GET /malformed");
        }
    }

    @Test
    void shouldGoOnInATraceOnAnotherThread() throws Exception {
        try (FakeCollector collector = new FakeCollector()) {
            List<@Nullable String> told = new ArrayList<>();
            try (OtlpTracing tracing = tracing(collector.endpoint(), 0)) {
                StoreListener store = tracing.calls(StoreListener.NONE);
                Trace request = tracing.serve(Map.of("traceparent", PARENT, "tracestate", "shop=1")::get);
                Thread worker = request.within(() -> new Thread(tracing.carried(() -> told.add(store.traceParent()))));
                worker.start();
                worker.join();

                assertThat(told).containsExactly(request.headers().get("traceparent"));
                assertThat(request.headers()).containsEntry("tracestate", "shop=1");
                assertThat(store.traceParent()).isNull();
                tracing.call(told.get(0)).end("POST", "webhook portal", 0);
            }

            Span call = collector.named("POST webhook portal").get(0);
            assertThat(call.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
            assertThat(FakeCollector.hex(call.getTraceId())).isEqualTo(TRACE);
            assertThat(call.getStatus().getCodeValue()).isEqualTo(2);
        }
    }

    @Test
    void shouldCountWhatACollectorRefusesAndSaySoOnce() throws IOException {
        try (FakeCollector collector = new FakeCollector();
                OtlpTracing tracing = tracing(collector.endpoint(), 1)) {
            collector.answer(400);
            many(tracing, 2);
            awaits(() -> tracing.failed() == 2);
            many(tracing, 1);
            awaits(() -> tracing.failed() == 3);
            collector.answer(200);
            many(tracing, 1);
            awaits(() -> tracing.exported() == 1);

            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .startsWith("the collector of `tracing.endpoint` takes no spans")
                                    .endsWith("it refuses them"),
                            second -> assertThat(second).isEqualTo("the collector takes spans again"));
        }
    }

    @Test
    void shouldNameWhyNobodyIsReached() throws IOException {
        String nobody;
        try (FakeCollector collector = new FakeCollector()) {
            nobody = collector.endpoint();
        }
        try (OtlpTracing tracing = tracing(nobody, 1)) {
            many(tracing, 1);
            awaits(() -> tracing.failed() == 1);

            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .singleElement()
                    .asString()
                    .contains("ConnectException");
        }
    }

    @Test
    void shouldDropAndCountWhatFindsNoRoom() throws IOException {
        try (FakeCollector collector = new FakeCollector()) {
            OtlpTracing tracing = tracing(collector.endpoint(), 1);
            many(tracing, 5_000);
            tracing.close();

            assertThat(tracing.dropped()).isPositive();
            assertThat(tracing.exported() + tracing.failed() + tracing.dropped())
                    .isEqualTo(5_000);
            assertThat(collector.spans()).hasSize((int) tracing.exported());
        }
    }

    private static void many(OtlpTracing tracing, int count) {
        for (int i = 0; i < count; i++) {
            tracing.serve(name -> null).end("GET", "/", 200);
        }
    }

    private static OtlpTracing tracing(String endpoint, double ratio) {
        return OtlpTracing.to(
                endpoint, new TracingSettings(endpoint, new Secret("X-Key=secret"), ratio, "shop", 100), "1.2.3");
    }

    private static long nanos(Span span) {
        return span.getEndTimeUnixNano() - span.getStartTimeUnixNano();
    }

    private static void awaits(BooleanSupplier condition) {
        long until = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - until).as("time is up").isNegative();
            Thread.onSpinWait();
        }
    }
}
