package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Workshop;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules that a service starts with, held against what is stored: the whole service, a real store. */
@Timeout(300)
class StartTrialTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TASKS = "# Launch\n\n## Phase 1\n\n- [x] Zanzibar restored\n";

    /** Sound on whatever is generated, and wrong for that task. */
    private static final String WRONG = """
            rule "one task is better left open" @id("TRY-001") @title("t")
            when
              Task(text == "Zanzibar restored", state == TaskState.DONE, $none : files)
            then
              insert(new Cap(10, "Zanzibar", $none));
            end
            """;

    private static final String CASE = """
            - case: that task caps readiness
              given: { tasks: [{ text: Zanzibar restored, state: DONE }] }
              expect: { cap: 10 }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldBeReadyAndThenNameTheStoredAssessmentThatSpeaksAgainstTheRules() throws Exception {
        KeptAssessments.keep(Files.createDirectories(directory.resolve("data")), "bank", TASKS, Map.of());
        copy(Path.of("rules"), directory.resolve("rules"));
        Files.writeString(directory.resolve("rules/mine.drl"), WRONG);
        Files.writeString(directory.resolve("rules/mine.cases.yaml"), CASE);

        try (Workshop.Service service = start()) {
            Eventually.holds(
                    () -> assertThat(ready(service).at("/rules/objections/0").asText())
                            .contains("certificate: finishing a task lowers readiness", "bank.md:5 is done"));
            assertThat(ready(service).get("status").textValue()).isEqualTo("READY");
            assertThat(ready(service).at("/rules/stale").booleanValue()).isFalse();

            Files.delete(directory.resolve("rules/mine.drl"));
            Files.delete(directory.resolve("rules/mine.cases.yaml"));
            Eventually.holds(() -> assertThat(ready(service).at("/rules/objections"))
                    .as("of other rules")
                    .isEmpty());
        }
    }

    private Workshop.Service start() {
        Map<String, String> given = Map.of(
                "paths.data", "data",
                "http.port", "0",
                "http.warmUpSeconds", "0",
                "rules.watchMillis", "100",
                "store.waitMillis", "60000");
        Map<String, Choices.Given> options = new HashMap<>();
        given.forEach((key, value) -> options.put(key, new Choices.Given("test", value)));
        return new Wiring(Map.of(), directory, new ServiceWiring("test", directory)::start)
                .serve(new Choices(null, options))
                .orElseThrow();
    }

    private JsonNode ready(Workshop.Service service) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.address().resolve("/health/ready"))
                .build();
        return JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
