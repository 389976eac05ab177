package dev.mitigauge.app;

import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.Assessor;
import dev.mitigauge.assessment.kept.NewAssessment;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.WaiverTerms;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Examples;
import dev.mitigauge.cli.Workshop;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.report.JsonReport;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service on the shipped rules whose store holds two projects: {@code ferry}, which is not ready, has a risk whose review date has passed and
 * a waiver that ends in three days, and {@code depot}, which is ready.
 */
final class WatchedService implements AutoCloseable {

    static final String OVERCLAIMING = Examples.text("overclaiming-todo.md");

    private static final String OVERDUE = """
            # Deferred risks

            ## R-1: Seat map drifts
            - **File:** `web/seats.ts:19`
            - **Error:** two clerks can sell one seat
            - **Severity:** Medium
            - **Review date:** 2026-01-05
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Workshop.Service service;

    private WatchedService(Workshop.Service service) {
        this.service = service;
    }

    static WatchedService start(Path directory) throws IOException {
        Path data = Files.createDirectories(directory.resolve("data"));
        try (Store store = SqlStore.sqlite(data.resolve(StoreLocation.FILE), StoreSettings.DEFAULT)) {
            keep(store, "ferry", new Input("TODO.md", OVERCLAIMING.getBytes(StandardCharsets.UTF_8)), overdue());
            keep(store, "depot", example("go-live-checklist.md"));
            Waiver waiver = new Waiver(
                    "W-1",
                    null,
                    "R-1",
                    "team-edge",
                    "a pilot",
                    LocalDate.now(Clock.systemUTC()).plusDays(3));
            store.waivers()
                    .put("ferry", new WaiverTerms(waiver, null, null), null, Instant.now())
                    .orElseThrow();
        }
        Map<String, Choices.Given> given = new TreeMap<>(Map.of(
                "http.port", new Choices.Given("test", "0"),
                "paths.rules", new Choices.Given("test", Choices.BUILT_IN),
                "paths.data", new Choices.Given("test", data.toString()),
                "metrics.projectSeconds", new Choices.Given("test", "1"),
                "assessment.cacheBytes", new Choices.Given("test", "0"), // what is known has no stages
                "http.warmUpSeconds", new Choices.Given("test", "1")));
        given.put("webhooks.targets", new Choices.Given("test", "nobody=http://127.0.0.1:9/"));
        given.put("webhooks.secret", new Choices.Given("test", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"));
        given.put("webhooks.allowPrivate", new Choices.Given("test", "true"));
        return new WatchedService(new Wiring(Map.of(), directory, new ServiceWiring("test", directory)::start)
                .serve(new Choices(null, given))
                .orElseThrow());
    }

    String authority() {
        return service.address().getAuthority();
    }

    /** The status of the answer to a document. */
    int assess(String markdown, String requestId) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.address().resolve("/api/v1/assessments"))
                        .header("Content-Type", "text/markdown")
                        .header("X-Request-Id", requestId)
                        .POST(HttpRequest.BodyPublishers.ofString(markdown)))
                .statusCode();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.address().resolve(path)));
    }

    String metrics() throws IOException, InterruptedException {
        return get("/metrics").body();
    }

    String openMetrics() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.address().resolve("/metrics"))
                        .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5"))
                .body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void keep(Store store, String project, Input... documents) {
        AssessmentRequest request = new AssessmentRequest(
                List.of(documents), new TreeMap<>(), null, null, List.of(), project, "test", null);
        Assessor assessor = new Assessor(
                ((LoadedRules.Accepted) new RuleSource(RulesSettings.DEFAULT).loadBuiltIn()).rules(),
                IngestSettings.DEFAULT,
                AssessmentSettings.DEFAULT,
                AssessmentListener.NONE,
                Clock.systemUTC());
        Assessment assessment = ((Answer.Assessed) assessor.assess(request)).assessment();
        store.history()
                .keep(new NewAssessment(assessment, JsonReport.render(assessment), request, null))
                .orElseThrow();
    }

    private static Input overdue() {
        return new Input("deferred.md", OVERDUE.getBytes(StandardCharsets.UTF_8));
    }

    private static Input example(String name) {
        return new Input(name, Examples.text(name).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        service.close();
    }
}
