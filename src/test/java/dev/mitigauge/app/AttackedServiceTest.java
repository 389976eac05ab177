package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Examples;
import dev.mitigauge.cli.Workshop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose rules hold some that never end: who does not wake them is answered. */
class AttackedServiceTest {

    private static final String RULES = """
            rule "an endless search"
              @id("ATK-001") @title("Endless search")
            when
              Task(text matches "((a+)+)+b")
            then
              insertLogical(new Expired("x"));
            end

            rule "an endless loop"
              @id("ATK-002") @title("Endless loop")
            when
              Task(text == "loop")
            then
              boolean on = true;
              while (on) { }
            end
            """;
    private static final String SEARCH = "- [ ] " + "a".repeat(60) + "!\n";
    private static final String LOOP = "- [ ] loop\n";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldAnswerOthersWhileRulesThatNeverEndAreActive() throws IOException {
        Path rules = directory.resolve("rules");
        new RuleMistake("sound", "", List.of()).writeTo(rules);
        Files.writeString(rules.resolve("attack.drl"), RULES);
        try (Workshop.Service service = start()) {
            URI address = service.address().resolve("/api/v1/assessments");
            List<CompletableFuture<HttpResponse<String>>> attacks = IntStream.range(0, 4)
                    .mapToObj(i -> post(address, i % 2 == 0 ? SEARCH : LOOP))
                    .toList();

            List<CompletableFuture<HttpResponse<String>>> others = IntStream.range(0, 8)
                    .mapToObj(i -> post(address, "- [ ] harmless\n"))
                    .toList();

            assertThat(others).allSatisfy(other -> assertThat(other.join().statusCode())
                    .as(other.join().body())
                    .isEqualTo(200));
            assertThat(attacks).allSatisfy(attack -> {
                assertThat(attack.join().statusCode()).isEqualTo(500);
                assertThat(attack.join().body())
                        .containsPattern("rule `an endless (search|loop)` failed: it took longer than 1500 ms")
                        .contains("urn:mitigauge:problem:rule-failure")
                        .doesNotContain("Exception", "\\tat ");
            });
            assertThat(post(address, "- [ ] harmless\n").join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldNameWhatNoRuleConcludes() throws IOException {
        new RuleMistake("sound", "", List.of()).writeTo(directory.resolve("rules"));
        try (Workshop.Service service = start()) {
            HttpResponse<String> answer = post(
                            service.address().resolve("/api/v1/assessments"), Examples.text("deferred-risks.md"))
                    .join();

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .containsPattern("no rule concluded a Residual of risk `[^`]+`")
                    .contains("urn:mitigauge:problem:rule-failure");
        }
    }

    private Workshop.Service start() {
        Map<String, Choices.Given> options = new HashMap<>();
        Map.of(
                        "http.port", "0",
                        "rules.judgeMillis", "1500",
                        "rules.certifyRuns", "0",
                        "rules.watch", "false",
                        "paths.cache", "none")
                .forEach((key, value) -> options.put(key, new Choices.Given("test", value)));
        return new Wiring(Map.of(), directory, new ServiceWiring("test", directory)::start)
                .serve(new Choices(null, options))
                .orElseThrow();
    }

    private CompletableFuture<HttpResponse<String>> post(URI address, String markdown) {
        return client.sendAsync(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "text/markdown")
                        .POST(HttpRequest.BodyPublishers.ofString(markdown))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
