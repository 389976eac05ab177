package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Workshop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What metrics show of projects: the whole service, a real store, a restart. */
@Timeout(300)
class ProjectGaugesTest {

    private static final String GAUGE = "mitigauge_project_verdict{project=\"%s\",verdict=\"INSUFFICIENT_EVIDENCE\"} 1";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private Workshop.@Nullable Service service;

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void shouldShowProjectsAgainAfterARestartWithinTheirBound() throws IOException, InterruptedException {
        start();
        assess("a");
        assess("b");
        assess("c");

        assertThat(metrics())
                .contains(GAUGE.formatted("a"), GAUGE.formatted("b"))
                .doesNotContain(GAUGE.formatted("c"))
                .contains("mitigauge_project_metrics_left_out_total 1.0");
        stop();
        start();
        awaitMetrics(GAUGE.formatted("b"));
        assertThat(metrics()).contains(GAUGE.formatted("a")).doesNotContain(GAUGE.formatted("c"));
    }

    @Test
    void shouldShowThemOnceTheStoreIsThere() throws IOException, InterruptedException {
        start();
        assess("a");
        stop();
        Path file = directory.resolve("data/mitigauge.db");
        Path hidden = directory.resolve("hidden.db");
        Files.move(file, hidden);
        Files.createDirectory(file);

        start();
        assertThat(metrics()).doesNotContain(GAUGE.formatted("a"));
        Files.delete(file);
        Files.move(hidden, file);

        awaitMetrics(GAUGE.formatted("a"));
    }

    private void start() {
        Map<String, String> given =
                Map.of("paths.data", "data", "http.port", "0", "http.warmUpSeconds", "0", "metrics.maxProjects", "2");
        Map<String, Choices.Given> options = new HashMap<>();
        given.forEach((key, value) -> options.put(key, new Choices.Given("test", value)));
        service = new Wiring(Map.of(), directory, new ServiceWiring("test", directory)::start)
                .serve(new Choices(null, options))
                .orElseThrow();
    }

    private void assess(String project) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(at("/api/v1/projects/" + project + "/assessments"))
                        .header("Content-Type", "text/markdown")
                        .POST(HttpRequest.BodyPublishers.ofString("# Deferred\n\n### R-1: x\n\n- **Severity:** Low\n"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private void awaitMetrics(String words) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!metrics().contains(words) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(metrics()).contains(words);
    }

    private String metrics() throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at("/metrics")).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private URI at(String path) {
        assertThat(service).isNotNull();
        return service.address().resolve(path);
    }
}
