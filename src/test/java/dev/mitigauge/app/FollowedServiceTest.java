package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpServer;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Examples;
import dev.mitigauge.cli.Workshop;
import dev.mitigauge.tracing.FakeCollector;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedServiceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER_TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ROUTE = "POST /api/v1/projects/:project/assessments";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldFollowARequestThroughItsStagesToThoseWhoAreToldOfIt() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/", exchange -> {
            told.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        portal.start();
        try (FakeCollector collector = new FakeCollector()) {
            try (Workshop.Service service =
                    start(collector.endpoint(), portal.getAddress().getPort())) {
                judge(service, "- [ ] Backups restored\n", "00-" + OTHER_TRACE + "-b7ad6b7169203331-01");
                judge(service, Examples.text("go-live-checklist.md"), "00-" + TRACE + "-00f067aa0ba902b7-01");
                Eventually.holds(() -> assertThat(told).isNotEmpty());
                get(service, "/health/live");
                get(service, "/metrics");

                assertThat(get(service, "/metrics").body())
                        .containsPattern("mitigauge_trace_spans_total\\{outcome=\"dropped\"} 0");
            } finally {
                portal.stop(0);
            }

            Span request = of(collector.named(ROUTE), TRACE);
            Span sent = of(collector.named("POST webhook portal"), TRACE);
            assertThat(FakeCollector.hex(request.getParentSpanId())).isEqualTo("00f067aa0ba902b7");
            assertThat(sent.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(told).contains("00-" + TRACE + "-" + FakeCollector.hex(sent.getSpanId()) + "-01");
            assertThat(below(collector, request.getSpanId())).contains("parse", "rules", "store read", "store write");
            assertThat(below(collector, of(collector.named(ROUTE), OTHER_TRACE).getSpanId()))
                    .contains("parse", "rules", "store write");
            assertThat(collector.spans())
                    .as("probes and scrapes are not followed")
                    .noneMatch(span ->
                            span.getName().contains("health") || span.getName().contains("metrics"));
        }
    }

    @Test
    void shouldRenderInTheTraceOfTheRequestAndNameItInExemplars() throws Exception {
        try (FakeCollector collector = new FakeCollector()) {
            try (Workshop.Service service = start(collector.endpoint(), 9)) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(service.address().resolve("/api/v1/assessments"))
                                .header("Content-Type", "text/markdown")
                                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                                .POST(HttpRequest.BodyPublishers.ofString("- [ ] a\n"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
                Eventually.holds(() -> assertThat(openMetrics(service))
                        .containsPattern(
                                "mitigauge_assessment_duration_seconds_bucket\\{stage=\"rules\".* # \\{.*trace_id=\""
                                        + TRACE + "\"")
                        .containsPattern(
                                "http_server_request_duration_seconds_bucket.* # \\{.*trace_id=\"" + TRACE + "\""));
            }

            Span request = of(collector.named("POST /api/v1/assessments"), TRACE);
            assertThat(below(collector, request.getSpanId()))
                    .as("with the question whether there are tokens")
                    .containsExactlyInAnyOrder("store read", "parse", "rules", "render");
        }
    }

    @Test
    void shouldServeAsIfNothingWereWrongWithoutItsCollector() throws Exception {
        try (Workshop.Service service = start("http://127.0.0.1:9/v1/traces", 9)) {
            judge(service, "- [ ] Backups restored\n", "00-" + TRACE + "-00f067aa0ba902b7-01");

            Eventually.holds(() -> assertThat(get(service, "/metrics").body())
                    .containsPattern("mitigauge_trace_spans_total\\{outcome=\"failed\"} [1-9]"));
        }
    }

    private void judge(Workshop.Service service, String markdown, String traceParent) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(service.address().resolve("/api/v1/projects/shop/assessments"))
                        .header("Content-Type", "text/markdown")
                        .header("traceparent", traceParent)
                        .POST(HttpRequest.BodyPublishers.ofString(markdown))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private HttpResponse<String> get(Workshop.Service service, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(service.address().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String openMetrics(Workshop.Service service) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(service.address().resolve("/metrics"))
                                .header("Accept", "application/openmetrics-text")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static Span of(List<Span> spans, String trace) {
        return spans.stream()
                .filter(span -> FakeCollector.hex(span.getTraceId()).equals(trace))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> below(FakeCollector collector, ByteString parent) {
        return collector.spans().stream()
                .filter(span -> span.getParentSpanId().equals(parent))
                .map(Span::getName);
    }

    private Workshop.Service start(String endpoint, int portal) {
        Map<String, Choices.Given> given = new TreeMap<>();
        Map.of(
                        "http.port", "0",
                        "http.warmUpSeconds", "1",
                        "paths.rules", Choices.BUILT_IN,
                        "paths.data", directory.toString(),
                        "tracing.endpoint", endpoint,
                        "tracing.sampleRatio", "0",
                        "webhooks.targets", "portal=http://127.0.0.1:" + portal + "/",
                        "webhooks.secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3",
                        "webhooks.allowPrivate", "true")
                .forEach((key, value) -> given.put(key, new Choices.Given("test", value)));
        return new Wiring(Map.of(), directory, new ServiceWiring("test", directory)::start)
                .serve(new Choices(null, given))
                .orElseThrow();
    }
}
