package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Workshop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Candidates held against what is stored: the whole service, a real store. */
@Timeout(300)
class StoredRulesOverHttpTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TASKS = "# Launch\n\n## Phase 1\n\n- [x] Zanzibar restored\n";

    /** Sound by its case and on whatever is generated. */
    private static final Map<String, String> WRONG_FOR_ONE_TASK = Map.of("mine.drl", """
                rule "one task is better left open" @id("TRY-001") @title("t")
                when
                  Task(text == "Zanzibar restored", state == TaskState.DONE, $none : files)
                then
                  insert(new Cap(10, "Zanzibar", $none));
                end
                """, "mine.cases.yaml", """
                - case: that task caps readiness
                  given: { tasks: [{ text: Zanzibar restored, state: DONE }] }
                  expect: { cap: 10 }
                """);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private Workshop.@Nullable Service service;
    private String writer = "";
    private String both = "";

    @BeforeEach
    void makeTokensAndStart() {
        Wiring wiring = new Wiring(Map.of(), directory, new ServiceWiring("test", directory)::start);
        writer = token(wiring, "writer", Set.of(Role.RULES_WRITE));
        both = token(wiring, "both", Set.of(Role.RULES_WRITE, Role.READ));
        service = wiring.serve(choices()).orElseThrow();
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void shouldPreviewOverWhatIsStoredForWhoMayReadIt() throws Exception {
        Map<String, String> heavier = Map.of(
                "tables/severity-weights.csv",
                "severity,weight\nNONE,0\nLOW,1\nMEDIUM,3\nHIGH,7\nCRITICAL,10\nUNRATED,5\n");

        HttpResponse<String> empty = preview(heavier, both);
        assertThat(empty.statusCode()).isEqualTo(404);
        assertThat(empty.body()).contains("no project has a stored assessment");
        keep();

        JsonNode report = sound(preview(heavier, both));

        assertThat(report.get("headline").textValue()).isEqualTo("flips 0 of 2 projects");
        assertThat(report.at("/changes/0/project").textValue()).isEqualTo("shop");
        assertThat(report.at("/days/0").textValue()).isEqualTo("2026-03-01");
        HttpResponse<String> denied = preview(heavier, writer);
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("lacks the role read");
        ObjectNode more = body(heavier).put("against", "stored").put("profile", "pilot");
        assertThat(post("rules:preview", more, both).body()).contains("profile: stands beside `against`");
        ObjectNode other = body(heavier).put("against", "all");
        assertThat(post("rules:preview", other, both).body()).contains("against: must be `stored`, but is `all`");
    }

    @Test
    void shouldRefuseWhatOnlyAStoredAssessmentShowsToBeWrong() throws Exception {
        JsonNode without = sound(post("rules:validate", body(WRONG_FOR_ONE_TASK), writer));
        keep();

        JsonNode check = sound(post("rules:validate", body(WRONG_FOR_ONE_TASK), writer));
        HttpResponse<String> refused = post("rules:activate", body(WRONG_FOR_ONE_TASK), writer);

        assertThat(without.get("valid").booleanValue()).as(without.toString()).isTrue();
        assertThat(without.at("/tried/generated").intValue()).isPositive();
        assertThat(without.at("/tried/stored").intValue()).isZero();
        assertThat(check.get("valid").booleanValue()).as(check.toString()).isFalse();
        assertThat(check.get("problems")).isNotEmpty().allSatisfy(problem -> assertThat(
                        problem.get("stage").textValue())
                .isEqualTo("CERTIFY"));
        assertThat(check.at("/problems/0/message").textValue())
                .startsWith("certificate: finishing a task lowers readiness")
                .contains("TRY-001 fires", "bank.md:5 is done");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("finishing a task lowers readiness");
    }

    @Test
    void shouldTellOnWhatASetWasTriedBeforeItBecameActive() throws Exception {
        keep();
        Map<String, String> stricter = Map.of(
                "tables/thresholds.csv",
                Files.readString(Path.of("rules/tables/thresholds.csv")).replace("staging,80", "staging,87"));

        JsonNode activated = sound(post("rules:activate", body(stricter), writer));

        assertThat(activated.at("/tried/stored").intValue()).isEqualTo(2);
        assertThat(activated.at("/tried/generated").intValue()).isEqualTo(75);
        assertThat(activated.at("/tried/missing").isNull()).isTrue();
    }

    @Test
    void shouldTellCasesThatFail() throws Exception {
        Map<String, String> failing = Map.of(
                "mine.cases.yaml",
                "- case: nothing is something\n  given: { tasks: [] }\n  expect: { completion: 0.5 }\n");

        JsonNode check = sound(post("rules:validate", body(failing), writer));

        assertThat(check.get("problems")).hasSize(1);
        assertThat(check.at("/problems/0/stage").textValue()).isEqualTo("TEST");
        assertThat(check.at("/problems/0/file").textValue()).isEqualTo("mine.cases.yaml");
    }

    private void keep() {
        KeptAssessments.keep(directory, "bank", TASKS, Map.of());
        KeptAssessments.keep(directory, "shop", KeptAssessments.REGISTER, Map.of());
    }

    private static String token(Wiring wiring, String name, Set<Role> roles) {
        return wiring.createToken(choices(), new Workshop.NewToken(name, roles, null, null))
                .orElseThrow()
                .reveal();
    }

    private static Choices choices() {
        Map<String, Choices.Given> options = new HashMap<>();
        Map.of(
                        "paths.data", ".",
                        "paths.cache", "none",
                        "paths.rules", "builtin",
                        "http.port", "0",
                        "http.warmUpSeconds", "0",
                        "http.requestTimeoutSeconds", "240",
                        "store.waitMillis", "60000")
                .forEach((key, value) -> options.put(key, new Choices.Given("test", value)));
        return new Choices(null, options);
    }

    private static ObjectNode body(Map<String, String> files) {
        ObjectNode body = JSON.createObjectNode();
        body.putPOJO("files", files);
        return body;
    }

    private HttpResponse<String> preview(Map<String, String> files, String token)
            throws IOException, InterruptedException {
        return post("rules:preview", body(files).put("against", "stored"), token);
    }

    private HttpResponse<String> post(String call, ObjectNode body, String token)
            throws IOException, InterruptedException {
        assertThat(service).isNotNull();
        URI address = service.address().resolve("/api/v1/" + call);
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode sound(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
