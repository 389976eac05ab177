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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose rules are edited: into a set that the certificate refuses, and into one that its cases speak against. */
class CertifiedServiceTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldKeepTheLastGoodSetAndSaySo() throws Exception {
        copy(Path.of("rules"), directory.resolve("rules"));
        Path credits = directory.resolve("rules/tables/task-credits.csv");
        try (Workshop.Service service = start(Map.of())) {
            String before = metric(service, "mitigauge_ruleset_info");

            Files.writeString(credits, Files.readString(credits).replace("DONE,0.8", "DONE,0.1"));
            await(service, 1);

            assertThat(metric(service, "mitigauge_ruleset_info")).isEqualTo(before);
            assertThat(get(service, "/health/ready")).contains("certificate: finishing a task lowers readiness: ");

            Files.writeString(credits, Files.readString(credits).replace("DONE,0.1", "DONE,0.8"));
            await(service, 0);
        }
    }

    @Test
    void shouldJudgeByAChangedNumberAtOnceAndNameTheCasesThatExpectedAnother() throws Exception {
        copy(Path.of("rules"), directory.resolve("rules"));
        Path weights = directory.resolve("rules/tables/severity-weights.csv");
        try (Workshop.Service service = start(Map.of())) {
            String before = metric(service, "mitigauge_ruleset_info");

            Files.writeString(weights, Files.readString(weights).replace("HIGH,5", "HIGH,6"));
            awaitHealth(service, "deferral.cases.yaml");

            assertThat(get(service, "/health/ready")).contains("\"stale\":false", "\"problems\":[]", " fails: ");
            assertThat(metric(service, "mitigauge_ruleset_info")).isNotEqualTo(before);
        }
    }

    @Test
    void shouldHoldTheDirectoryToItsCasesIfTheyAreRequired() throws Exception {
        copy(Path.of("rules"), directory.resolve("rules"));
        Path weights = directory.resolve("rules/tables/severity-weights.csv");
        try (Workshop.Service service = start(Map.of("rules.requireCases", new Choices.Given("test", "true")))) {
            String before = metric(service, "mitigauge_ruleset_info");

            Files.writeString(weights, Files.readString(weights).replace("HIGH,5", "HIGH,6"));
            await(service, 1);

            assertThat(get(service, "/health/ready"))
                    .contains("deferral.cases.yaml")
                    .contains("\"objections\":[]");
            assertThat(metric(service, "mitigauge_ruleset_info")).isEqualTo(before);
        }
    }

    private Workshop.Service start(Map<String, Choices.Given> more) {
        Map<String, Choices.Given> given = new HashMap<>(more);
        given.putAll(Map.of(
                "http.port", new Choices.Given("test", "0"),
                "paths.cache", new Choices.Given("test", "none"),
                "rules.watchMillis", new Choices.Given("test", "50")));
        return new Wiring(Map.of(), directory, new ServiceWiring("test", directory)::start)
                .serve(new Choices(null, given))
                .orElseThrow();
    }

    /** Asks until the rules are as stale as that. */
    private void await(Workshop.Service service, int stale) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (!metric(service, "mitigauge_rules_stale").matches(".* " + stale + "(\\.0)?")) {
            assertThat(Instant.now()).as("waiting for staleness " + stale).isBefore(end);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Asks until the health of the service mentions that. */
    private void awaitHealth(Workshop.Service service, String text) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (!get(service, "/health/ready").contains(text)) {
            assertThat(Instant.now()).as("waiting for " + text).isBefore(end);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String metric(Workshop.Service service, String name) throws IOException, InterruptedException {
        return get(service, "/metrics")
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private String get(Workshop.Service service, String path) throws IOException, InterruptedException {
        URI address = service.address().resolve(path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
