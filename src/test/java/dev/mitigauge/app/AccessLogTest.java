package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.kept.TokenSecret;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Workshop;
import dev.mitigauge.http.HttpListener.Ended;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class AccessLogTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Ended SCRAPE = new Ended("GET", "/metrics", 200, 1_234_567, 10, null);
    private static final Ended GONE = new Ended("GET", "unmatched", 499, 1_234_567, 0, null);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Logger logger = (Logger) LoggerFactory.getLogger(AccessLog.NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @BeforeEach
    void listen() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(Level.OFF);
        logger.setAdditive(true);
    }

    @Test
    void shouldTellOfARequestWhoSentItButNoSecret() throws Exception {
        TokenSecret secret = token();
        try (Workshop.Service service = start()) {
            String query = "/api/v1/projects?tag=confidential";
            send(
                    service,
                    query,
                    "Authorization",
                    "Bearer " + secret.reveal(),
                    "X-Request-Id",
                    "r-7",
                    "traceparent",
                    "00-" + TRACE + "-00f067aa0ba902b7-01");
            send(service, "/health/live");
            send(service, "/metrics");
            send(service, "/api/v1/projects", "X-Request-Id", "r-8");
            Eventually.holds(() -> assertThat(log.list).hasSize(2));

            List<String> lines = log.list.stream().map(AccessLogTest::json).toList();
            JsonNode line = new JsonMapper().readTree(lines.get(0));
            assertThat(line.path("message").asText()).isEqualTo("GET /api/v1/projects 200");
            assertThat(line.path("logger").asText()).isEqualTo("mitigauge.access");
            assertThat(line.path("method").asText()).isEqualTo("GET");
            assertThat(line.path("route").asText()).isEqualTo("/api/v1/projects");
            assertThat(line.path("path").asText()).isEqualTo("/api/v1/projects");
            assertThat(line.path("status").asInt()).isEqualTo(200);
            assertThat(line.path("bytes").asInt()).isPositive();
            assertThat(line.path("durationMillis").asDouble()).isPositive();
            assertThat(line.path("remoteAddress").asText()).isEqualTo("127.0.0.1");
            assertThat(line.path("token").asText()).isEqualTo("ci");
            assertThat(line.path("requestId").asText()).isEqualTo("r-7");
            assertThat(line.path("traceId").asText()).isEqualTo(TRACE);
            assertThat(new JsonMapper().readTree(lines.get(1)).path("status").asInt())
                    .isEqualTo(401);
            assertThat(lines).noneMatch(each -> each.contains("confidential") || each.contains(secret.reveal()));
        }
    }

    @Test
    void shouldTellOfScrapesOnlyIfAskedTo() {
        try (AccessLog requests = new AccessLog(false, () -> true, () -> {});
                AccessLog all = new AccessLog(true, () -> true, () -> {})) {
            requests.add(SCRAPE);
            assertThat(log.list).isEmpty();
            all.add(SCRAPE);
            requests.add(GONE);

            assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("GET  200", "GET  499");
            assertThat(json(log.list.get(0))).contains("\"durationMillis\":1.235");
        }
    }

    @Test
    void shouldCountWhatFindsNoRoom() {
        try (AccessLog full = new AccessLog(true, () -> false, () -> {})) {
            full.add(SCRAPE);
            logger.setLevel(Level.OFF);
            full.add(SCRAPE);

            assertThat(log.list).isEmpty();
            assertThat(full.dropped()).isEqualTo(1);
        }
    }

    private TokenSecret token() {
        TokenSecret secret = TokenSecret.random();
        try (Store store = SqlStore.sqlite(directory.resolve(StoreLocation.FILE), StoreSettings.DEFAULT)) {
            Token token = new Token(secret.id(), "ci", Set.of(Role.READ), null, Instant.now(), null, null);
            assertThat(store.tokens().add(token, secret).orElseThrow()).isTrue();
        }
        return secret;
    }

    private static String json(ILoggingEvent event) {
        return new String(JsonLine.of(false).encode(event), java.nio.charset.StandardCharsets.UTF_8);
    }

    private void send(Workshop.Service service, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.address().resolve(path));
        client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Workshop.Service start() {
        Map<String, Choices.Given> given = new TreeMap<>();
        Map.of(
                        "http.port", "0",
                        "http.warmUpSeconds", "1",
                        "paths.rules", Choices.BUILT_IN,
                        "paths.data", directory.toString(),
                        "log.access", "requests")
                .forEach((key, value) -> given.put(key, new Choices.Given("test", value)));
        return new Wiring(Map.of(), directory, new ServiceWiring("test", directory)::start)
                .serve(new Choices(null, given))
                .orElseThrow();
    }
}
