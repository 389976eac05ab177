package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.app.settings.SettingsReader;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Workshop;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.report.JsonReport;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceWiringTest {

    private static final String VALIDATE = "/api/v1/rules:validate";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldAssessOverHttpAndCountIt() throws IOException, InterruptedException {
        try (Workshop.Service service =
                start(Map.of("paths.data", "made/for/it")).orElseThrow()) {
            HttpResponse<String> answer = post(service.address().resolve("/api/v1/assessments"), "- [ ] a\n");
            HttpResponse<String> metrics = get(service.address().resolve("/metrics"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(JsonReport.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                            .verdict())
                    .isEqualTo(Verdict.NOT_READY);
            assertThat(metrics.body())
                    .containsPattern("mitigauge_assessments_total\\{.*source=\"http\".*} 1")
                    .contains("mitigauge_ruleset_info{digest=\"sha256:ffff")
                    .contains("mitigauge_pool_size");
            assertThat(directory.resolve("made/for/it")).isDirectory();
        }
    }

    @Test
    void shouldAnswerPeopleAsThePageShowsThem() throws IOException, InterruptedException {
        try (Workshop.Service service = start(Map.of()).orElseThrow()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(service.address().resolve("/api/v1/assessments"))
                            .header("Content-Type", "text/markdown")
                            .header("Accept", "text/plain")
                            .POST(HttpRequest.BodyPublishers.ofString("- [ ] a\n"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("(production, as of ");
        }
    }

    @Test
    void shouldTryRulesForThoseWhomTheSettingsAllow() throws IOException, InterruptedException {
        String body = "{\"files\":{\"mine.drl\":\"rule broken\"}}";
        try (Workshop.Service service = start(Map.of()).orElseThrow()) {
            HttpResponse<String> answer = post(service.address().resolve(VALIDATE), "application/json", body);

            assertThat(answer.statusCode()).isEqualTo(403);
        }
        try (Workshop.Service service =
                start(Map.of("ruleWrites.from", "loopback")).orElseThrow()) {
            HttpResponse<String> answer = post(service.address().resolve(VALIDATE), "application/json", body);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"valid\":false", "\"file\":\"mine.drl\"");
        }
    }

    @Test
    void shouldNotAnswerOnceItIsStopped() throws InterruptedException {
        Workshop.Service service = start(Map.of()).orElseThrow();
        URI health = service.address().resolve("/health/live");

        service.close();
        service.close();
        service.awaitStop();

        assertThatThrownBy(() -> get(health)).isInstanceOf(ConnectException.class);
    }

    @Test
    void shouldRefuseToBeOpenToOtherMachinesUnasked() {
        assertThat(faults(start(Map.of("http.host", "0.0.0.0"))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.message()).contains("other machines can reach `0.0.0.0`");
                    assertThat(fault.remedy()).contains("--allow-open");
                });
    }

    @Test
    void shouldSayThatThePortIsTaken() {
        try (Workshop.Service first = start(Map.of()).orElseThrow()) {
            String port = Integer.toString(first.address().getPort());

            assertThat(faults(start(Map.of("http.port", port))))
                    .extracting(Fault::message)
                    .singleElement()
                    .asString()
                    .startsWith("can't listen at 127.0.0.1:" + port);
        }
    }

    @Test
    void shouldSayThatTheDirectoryCannotBeUsed() throws IOException {
        Files.writeString(directory.resolve("file"), "");

        assertThat(faults(start(Map.of("paths.data", "file/below"))))
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .startsWith("`" + directory.resolve("file/below") + "` can't be created: ");
    }

    private Outcome<Workshop.Service> start(Map<String, String> given) {
        Map<String, Choices.Given> options = new HashMap<>();
        options.put("http.port", new Choices.Given("test", "0"));
        given.forEach((key, value) -> options.put(key, new Choices.Given("test", value)));
        Settings settings = new SettingsReader(SettingsSections.ALL)
                .read(null, Map.of(), options)
                .orElseThrow();
        return new ServiceWiring("test", directory)
                .start(
                        settings,
                        new StartRules(
                                new FixedRules(),
                                new RuleLocation(null),
                                new RuleSource(RulesSettings.DEFAULT),
                                List.of()));
    }

    private static List<Fault> faults(Outcome<Workshop.Service> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        return ((Outcome.Invalid<Workshop.Service>) outcome).faults();
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI address, String markdown) throws IOException, InterruptedException {
        return post(address, "text/markdown", markdown);
    }

    private HttpResponse<String> post(URI address, String contentType, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
