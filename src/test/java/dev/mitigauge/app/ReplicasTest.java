package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Workshop;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two services, each with a rules directory of its own, over one PostgreSQL: what one is told, the other takes up. */
@Timeout(300)
class ReplicasTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TABLE = "tables/thresholds.csv";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // before each test
    private EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init") // before each test
    private Workshop.Service first;

    @SuppressWarnings("NullAway.Init") // before each test
    private Workshop.Service second;

    @SuppressWarnings("NullAway.Init") // before each test
    private String token;

    private final List<Workshop.Service> services = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        token = new Wiring(Map.of(), directory, (settings, rules) -> new Outcome.Invalid<>(List.of()))
                .createToken(
                        choices(directory),
                        new Workshop.NewToken("desk", Set.of(Role.RULES_WRITE, Role.READ), null, null))
                .orElseThrow()
                .reveal();
        first = replica("first");
        second = replica("second");
    }

    @AfterEach
    void stop() throws IOException {
        for (Workshop.Service service : services) {
            service.close();
        }
        postgres.close();
    }

    @Test
    void shouldTakeUpWhatAnotherWasToldAndNothingElse() throws Exception {
        String before = active(second);

        String activated = activated(first, "rules:activate", body("87"));
        Eventually.holds(() -> assertThat(active(second)).isEqualTo(activated));
        assertThat(activated).isNotEqualTo(before);
        assertThat(sound(get(second, "/health/ready")).at("/rules/digest").textValue())
                .isEqualTo(activated);

        String back = activated(second, "rules:rollback", "{}");
        assertThat(back).isEqualTo(before);
        Eventually.holds(() -> assertThat(active(first)).isEqualTo(before));

        Path table = directory.resolve("first/rules").resolve(TABLE);
        Files.writeString(table, Files.readString(table).replace("staging,80", "staging,86"));
        Eventually.holds(() -> assertThat(active(first)).isNotEqualTo(before));
        String told = activated(first, "rules:activate", body("88"));
        Eventually.holds(() -> assertThat(active(second)).isEqualTo(told));
        assertThat(hows(second))
                .as("the directory of one is not that of the other, and what was taken up is no news")
                .containsExactly("HTTP", "WATCH", "ROLLBACK", "HTTP", "START");
    }

    private Workshop.Service replica(String name) throws IOException {
        Path home = directory.resolve(name);
        copy(Path.of("rules"), home.resolve("rules"));
        Workshop.Service service = new Wiring(Map.of(), home, new ServiceWiring("test", home)::start)
                .serve(choices(home))
                .orElseThrow();
        services.add(service);
        return service;
    }

    private Choices choices(Path home) {
        Map<String, String> given = Map.of(
                "paths.data",
                home.resolve("data").toString(),
                "store.url",
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                "store.user",
                "postgres",
                "store.waitMillis",
                "60000",
                "http.port",
                "0",
                "http.warmUpSeconds",
                "0",
                "http.requestTimeoutSeconds",
                "240",
                "rules.watchMillis",
                "100",
                "replicas.rulesSeconds",
                "1");
        Map<String, Choices.Given> options = new HashMap<>();
        given.forEach((key, value) -> options.put(key, new Choices.Given("test", value)));
        return new Choices(null, options);
    }

    private static String body(String staging) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("files")
                .put(
                        TABLE,
                        "profile,ready,conditions,confidence,openCritical\nproduction,90,75,0.6,BLOCKER\nstaging,"
                                + staging + ",60,0.5,WARNING\npilot,70,50,0.4,WARNING\n");
        return body.toString();
    }

    /** The digest. */
    private String activated(Workshop.Service service, String call, String body) throws Exception {
        return sound(send(request(service, "/api/v1/" + call)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))))
                .at("/activation/digest")
                .textValue();
    }

    private String active(Workshop.Service service) throws Exception {
        return sound(get(service, "/api/v1/rulesets")).get("active").textValue();
    }

    private List<String> hows(Workshop.Service service) throws Exception {
        return sound(get(service, "/api/v1/rulesets")).get("items").findValuesAsText("how");
    }

    private HttpResponse<String> get(Workshop.Service service, String path) throws Exception {
        return send(request(service, path));
    }

    private HttpRequest.Builder request(Workshop.Service service, String path) {
        return HttpRequest.newBuilder(service.address().resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode sound(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent() == null ? to : to.getParent());
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
