package dev.mitigauge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.RuleTrials;
import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.rules.RuleSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A service on a port of its own, with fakes behind it, and a client to ask it. */
final class RunningService implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static final HttpSettings SETTINGS = HttpSettings.DEFAULT.listeningAt("127.0.0.1", 0);

    /** Takes rules from callers on this machine. */
    static final RuleWriteSettings LOCAL = new RuleWriteSettings("loopback", 30, 200_000);

    final FakeAssessments assessments = new FakeAssessments();
    final RecordingListener listener = new RecordingListener();
    final RuleWriteSettings ruleWrites;
    final RuleTrials trials;
    final Optional<KeptParts> kept;
    final AccessSettings access;
    private final Supplier<RuleSet> active;
    private final Front front;
    final CountDownLatch warmUp = new CountDownLatch(1);
    final HttpService service;
    final int port;
    final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    RunningService(HttpSettings settings) {
        this(settings, RuleWriteSettings.DEFAULT);
    }

    RunningService(HttpSettings settings, RuleWriteSettings ruleWrites) {
        this(settings, ruleWrites, Trials.shipped());
    }

    RunningService(HttpSettings settings, RuleWriteSettings ruleWrites, RuleTrials trials) {
        this(settings, ruleWrites, trials, Optional.empty(), AccessSettings.DEFAULT);
    }

    RunningService(
            HttpSettings settings,
            RuleWriteSettings ruleWrites,
            RuleTrials trials,
            Optional<KeptParts> kept,
            AccessSettings access) {
        this(settings, ruleWrites, trials, kept, access, FakeRules::new);
    }

    /** @param front what stands between the network and the routes */
    RunningService(Front front, Optional<KeptParts> kept) {
        this(
                SETTINGS,
                RuleWriteSettings.DEFAULT,
                Trials.shipped(),
                kept,
                AccessSettings.DEFAULT,
                FakeRules::new,
                front);
    }

    /** @param active the rules that the service names as those that judge */
    RunningService(
            HttpSettings settings,
            RuleWriteSettings ruleWrites,
            RuleTrials trials,
            Optional<KeptParts> kept,
            AccessSettings access,
            Supplier<RuleSet> active) {
        this(settings, ruleWrites, trials, kept, access, active, Front.DEFAULT);
    }

    /** The same behind what stands between the network and the routes. */
    RunningService(
            HttpSettings settings,
            RuleWriteSettings ruleWrites,
            RuleTrials trials,
            Optional<KeptParts> kept,
            AccessSettings access,
            Supplier<RuleSet> active,
            Front front) {
        this(settings, ruleWrites, trials, kept, access, active, front, Resource.read("/openapi.yaml"));
    }

    /** The same under another contract. */
    RunningService(
            HttpSettings settings,
            RuleWriteSettings ruleWrites,
            RuleTrials trials,
            Optional<KeptParts> kept,
            AccessSettings access,
            Supplier<RuleSet> active,
            Front front,
            byte[] contract) {
        this.front = front;
        this.active = active;
        this.kept = kept;
        this.access = access;
        this.ruleWrites = ruleWrites;
        this.trials = trials;
        service = new HttpService(settings, parts(), contract);
        Started started = service.start().toCompletableFuture().join();
        if (!(started instanceof Started.Listening listening)) {
            throw new AssertionError("the service does not listen: " + started);
        }
        port = listening.port();
    }

    private HttpParts parts() {
        return new HttpParts(
                assessments,
                List.of(
                        new Renderer<>("application/json", RunningService::json),
                        new Renderer<>(
                                "text/plain",
                                assessment -> assessment.verdict().name().getBytes(StandardCharsets.UTF_8))),
                listener,
                listener,
                new Scrape(
                        accept -> accept.contains("openmetrics") ? "application/openmetrics-text" : "text/plain",
                        contentType -> "up 1 # " + contentType),
                () -> new RulesHealth(Answers.DIGEST, false, List.of(), List.of()),
                trials,
                ruleWrites,
                kept,
                access,
                active,
                this::warm,
                Tracing.OFF,
                new FakeLevels(),
                front,
                "1.2.3");
    }

    private void warm() {
        try {
            warmUp.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] json(Assessment assessment) {
        try {
            return JSON.writeValueAsBytes(assessment);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(4));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = to(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Asks for an assessment with a body of that type. */
    HttpResponse<String> assess(String contentType, String body, String... headers) {
        return post("/api/v1/assessments", contentType, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> post(String path, String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request =
                to(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode tree(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    @Override
    public void close() {
        warmUp.countDown();
        service.stop().toCompletableFuture().join();
    }
}
