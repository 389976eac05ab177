package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.kept.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Odd values for every parameter of every operation: what the contract forbids, the readers refuse by themselves, with their better words. */
@Timeout(120)
class ContractParametersTest {

    private static final List<String> ODD = List.of(
            "0",
            "-1",
            "+5",
            "5.0",
            "٥",
            "1001",
            "99999999999999999999",
            "true",
            "yes",
            "a b",
            "*",
            "\"1.a\"",
            "../x",
            "é",
            "2026-02-30",
            "x".repeat(101),
            "x".repeat(300));

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private KeptService service;

    @SuppressWarnings("NullAway.Init") // before each test
    private String[] admin;

    private final Contract contract;
    private final Map<String, String> values = new HashMap<>(Map.of("project", "shop", "waiver", "w-1"));

    ContractParametersTest() throws IOException {
        contract = new Contract(Resource.read("/openapi.yaml"));
    }

    @BeforeEach
    void start() {
        service = KeptService.patient(directory);
        admin = service.token("admin", Set.of(), Role.ADMIN);
        service.running.warmUp.countDown();
        assertThat(service.assess("shop", admin).statusCode()).isEqualTo(201);
        String second = RunningService.tree(service.judge("shop", "- [ ] b\n", admin))
                .path("id")
                .asText();
        values.putAll(Map.of(
                "table",
                "thresholds",
                "name",
                FakeLevels.PACKAGE,
                "rule",
                "CLM-001",
                "id",
                second,
                "digest",
                Trials.rules().digest()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldHaveReadersThatKnowAllThatTheContractForbids() {
        List<String> found = new ArrayList<>();
        int asked = 0;
        for (ContractCalls call : ContractCalls.ALL) {
            if (!call.template().equals("/api/v1/events")) {
                for (JsonNode parameter : parameters(call)) {
                    for (String odd : ODD) {
                        HttpResponse<String> response = send(call, parameter, odd);
                        asked++;
                        if (response.body().contains(Trouble.CONTRACT.type())
                                && !call.template().equals("/openapi.yaml")) {
                            found.add(call.method() + " " + call.template() + ": " + response.body());
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(asked).isGreaterThan(1_000);
    }

    private List<JsonNode> parameters(ContractCalls call) {
        List<JsonNode> parameters = new ArrayList<>();
        contract.at("/paths/" + call.template().replace("/", "~1") + "/"
                        + call.method().toLowerCase(Locale.ROOT))
                .path("parameters")
                .forEach(parameter -> parameters.add(contract.resolve(parameter)));
        return parameters;
    }

    private HttpResponse<String> send(ContractCalls call, JsonNode parameter, String odd) {
        String name = parameter.path("name").asText();
        String escaped = URLEncoder.encode(odd, StandardCharsets.UTF_8).replace("+", "%20");
        Map<String, String> path = new HashMap<>(values);
        String query = "";
        String[] header = admin;
        switch (parameter.path("in").asText()) {
            case "path" -> path.put(call.template().contains("/rules/{id}") ? "rule" : name, escaped);
            case "query" -> query = "?" + (name.equals("deployment") ? "deployment." + escaped : name) + "=" + escaped;
            default -> header = new String[] {admin[0], admin[1], name, odd.equals("٥") ? "5" : odd};
        }
        HttpRequest.Builder request = service.running
                .to(call.withQuery(query).path(path))
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()))
                .headers(header);
        if (call.type() != null) {
            request.header("Content-Type", call.type());
        }
        return service.running.send(request);
    }
}
