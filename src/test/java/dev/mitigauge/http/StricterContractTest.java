package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mitigauge.assessment.kept.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A contract that forbids more than the readers know of: what they let pass is refused by it. */
@Timeout(120)
class StricterContractTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String NEVER = "{ type: object, required: [never] }";
    private static final String DOCUMENT = "{\"documents\":[{\"name\":\"a.md\",\"content\":\"- [ ] a\"}]}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // in each test
    private KeptService service;

    @SuppressWarnings("NullAway.Init") // in each test
    private String[] admin;

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldHoldTheParametersOfEveryOperationToIt() {
        start(root -> set(root, "/components/parameters/RequestId/schema", "{ type: string, const: never }"));
        Map<String, String> values = kept();

        for (ContractCalls call : ContractCalls.ALL) {
            JsonNode problem = problem(send(call, values, "X-Request-Id", "mine"));

            assertThat(problem.path("type").asText()).as("%s", call).isEqualTo(Trouble.CONTRACT.type());
            assertThat(problem.at("/errors/0/field").asText()).isEqualTo("X-Request-Id");
            assertThat(problem.path("remedy").asText()).contains("/components/parameters/RequestId/schema/const");
        }
    }

    @Test
    void shouldHoldEveryBodyOfJsonToIt() {
        start(root -> root.at("/paths").forEach(path -> path.forEach(operation -> forbidBody(root, operation))));
        Map<String, String> values =
                new HashMap<>(Map.of("project", "shop", "waiver", "w-1", "name", FakeLevels.PACKAGE));

        List<ContractCalls> calls = ContractCalls.ALL.stream()
                .filter(call -> ContractCalls.JSON.equals(call.type()))
                .toList();

        assertThat(calls).hasSize(8).allSatisfy(call -> {
            JsonNode problem = problem(send(call, values));
            assertThat(problem.path("type").asText()).as("%s", call).isEqualTo(Trouble.CONTRACT.type());
            assertThat(problem.path("detail").asText()).isEqualTo("the body: required property 'never' not found");
        });
        assertThat(service.get("projects/shop", admin).statusCode()).isEqualTo(404);
        assertThat(service.running.assessments.count()).isZero();
    }

    @Test
    void shouldNameThePlaceInTheBody() {
        start(root ->
                set(root, "/components/schemas/DocumentInput/properties/content", "{ type: string, maxLength: 3 }"));

        JsonNode problem = problem(service.call("POST", "assessments", "application/json", DOCUMENT, admin));

        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("/documents/0/content");
        assertThat(problem.at("/errors/0/message").asText()).isEqualTo("must be at most 3 characters long");
        assertThat(problem.at("/errors/0/remedy").asText())
                .isEqualTo("send what `/openapi.yaml` allows at"
                        + " `/components/schemas/DocumentInput/properties/content/maxLength`");
    }

    @Test
    void shouldLetReadersSpeakFirst() {
        start(root -> root.at("/paths").forEach(path -> path.forEach(operation -> forbidBody(root, operation))));

        HttpResponse<String> response = service.put("projects/shop", "{\"ownr\":1}", admin);

        assertThat(problem(response).at("/errors/0/remedy").asText()).isEqualTo("did you mean `owner`?");
        assertThat(service.running.listener.rejected).containsExactly("invalid_request");
    }

    @Test
    void shouldCountEachAndWarnOfEachRuleOnce() {
        start(root ->
                set(root, "/components/schemas/DocumentInput/properties/content", "{ type: string, maxLength: 3 }"));
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(ContractGuard.class);
        logged.start();
        logger.addAppender(logged);

        service.call("POST", "assessments", "application/json", DOCUMENT, admin);
        service.call("POST", "assessments", "application/json", DOCUMENT, admin);

        logger.detachAppender(logged);
        assertThat(service.running.listener.rejected).containsExactly("contract", "contract");
        assertThat(logged.list.stream().filter(event -> event.getLevel() == Level.WARN))
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains(
                        "POST /api/v1/assessments",
                        "DocumentInput/properties/content/maxLength",
                        "`/documents/0/content`");
    }

    @Test
    void shouldLetEverythingElsePass() {
        start(root -> {});

        assertThat(service.call("POST", "assessments", "application/json", DOCUMENT, admin)
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.running.listener.rejected).isEmpty();
    }

    private void start(Consumer<JsonNode> change) {
        try {
            JsonNode root = YAML.readTree(Resource.read("/openapi.yaml"));
            change.accept(root);
            service = KeptService.under(directory, YAML.writeValueAsBytes(root));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        admin = service.token("admin", Set.of(), Role.ADMIN);
    }

    private static void set(JsonNode root, String pointer, String yaml) {
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) root.at(pointer.substring(0, last))).set(pointer.substring(last + 1), read(yaml));
    }

    private static void forbidBody(JsonNode root, JsonNode operation) {
        JsonNode body = operation.path("requestBody");
        JsonNode real = body.has("$ref") ? root.at(body.get("$ref").asText().substring(1)) : body;
        JsonNode json = real.at("/content/application~1json");
        if (json instanceof ObjectNode content) {
            content.set("schema", read(NEVER));
        }
    }

    private static JsonNode read(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of everything that can be looked up; its names. */
    private Map<String, String> kept() {
        assertThat(service.assess("shop", admin).statusCode()).isEqualTo(201);
        HttpResponse<String> second = service.judge("shop", "- [ ] b\n", admin);
        Map<String, String> values = new HashMap<>(Map.of("project", "shop", "waiver", "w-1", "table", "thresholds"));
        values.put("rule", "CLM-001");
        values.put("name", FakeLevels.PACKAGE);
        values.put("digest", Trials.rules().digest());
        values.put("id", RunningService.tree(second).path("id").asText());
        for (ContractCalls call : ContractCalls.ALL) {
            if (call.method().equals("PUT")) {
                assertThat(send(call, values).statusCode()).isIn(200, 201);
            }
        }
        service.running.warmUp.countDown();
        return values;
    }

    private HttpResponse<String> send(ContractCalls call, Map<String, String> values, String... headers) {
        HttpRequest.Builder request = service.running
                .to(call.path(values))
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()))
                .headers(admin);
        if (call.type() != null) {
            request.header("Content-Type", call.type());
        }
        return service.running.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static JsonNode problem(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        return RunningService.tree(response);
    }
}
