package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.kept.AuditEntry;
import dev.mitigauge.assessment.kept.KeptAssessment;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.WaiverTerms;
import dev.mitigauge.facts.Waiver;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assessments that are kept, over a real store. */
@Timeout(120)
class ProjectAssessmentsTest {

    private static final String KEY = "Idempotency-Key";
    private static final String TEN = "0123456789";
    private static final String FIFTY = TEN + TEN + TEN + TEN + TEN;
    private static final String LONG = FIFTY + FIFTY + FIFTY + FIFTY + "x";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private @Nullable KeptService service;

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void shouldKeepByteForByteWhatItAnswers() {
        start();

        HttpResponse<String> response = service().assess("shop");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonNode answer = RunningService.tree(response);
        assertThat(answer.get("project").textValue()).isEqualTo("shop");
        String id = answer.get("id").textValue();
        assertThat(response.headers().firstValue("Location")).contains("/api/v1/assessments/" + id);
        KeptAssessment kept = service().store.history().find(id).orElseThrow().orElseThrow();
        assertThat(new String(kept.answer(), StandardCharsets.UTF_8)).isEqualTo(response.body());
        assertThat(kept.summary().project()).isEqualTo("shop");
    }

    @Test
    void shouldKeepNothingWithoutAProject() {
        start();

        HttpResponse<String> response = service().call("POST", "assessments", "text/markdown", KeptService.REGISTER);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(RunningService.tree(response).get("project").isNull()).isTrue();
        assertThat(service().store.projects().list(null, null, 10).orElseThrow().items())
                .isEmpty();
    }

    @Test
    void shouldTakeTheProjectFromTheBodyTheFormAndTheAddress() {
        start();
        String form = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=project",
                "",
                "form",
                "--b",
                "Content-Disposition: form-data; name=f; filename=a.md",
                "",
                "- [ ] x",
                "--b--");
        // A key that is escaped is the same key: what decides is what was read, not how it was written.
        String json = "{\"documents\":[{\"name\":\"a.md\",\"content\":\"- [ ] x\"}],\"\\u0070roject\":\"json\"}";

        List<HttpResponse<String>> responses = List.of(
                service().call("POST", "assessments", "application/json", json),
                service().call("POST", "assessments", "multipart/form-data; boundary=b", form),
                service().call("POST", "assessments?project=text", "text/markdown", "- [ ] x"));

        assertThat(responses)
                .allSatisfy(response ->
                        assertThat(response.statusCode()).as(response.body()).isEqualTo(201))
                .extracting(
                        response -> RunningService.tree(response).get("project").textValue())
                .containsExactly("json", "form", "text");
    }

    @Test
    void shouldKeepALargeBody() {
        start();

        HttpResponse<String> response = service().judge("shop", "- [ ] do it\n".repeat(20_000));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(RunningService.tree(response).at("/tasks/total").intValue()).isEqualTo(20_000);
    }

    @Test
    void shouldCountARepeatedRequestOnce() {
        start();

        HttpResponse<String> first = service().assess("shop", KEY, "8e03978e");
        HttpResponse<String> second = service().assess("shop", KEY, "\"8e03978e\"");
        HttpResponse<String> other = service().assess("bank", KEY, "8e03978e");

        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(other.headers().firstValue("Idempotency-Replayed"))
                .as("a key is that of a project")
                .isEmpty();
        assertThat(service().running.assessments.count()).isEqualTo(2);
        assertThat(service().running.listener.kept)
                .as("told once")
                .containsExactly(
                        "shop " + RunningService.tree(first).get("id").textValue(),
                        "bank " + RunningService.tree(other).get("id").textValue());
    }

    @Test
    void shouldSayThatAnAnswerWasKnown() {
        start();

        HttpResponse<String> first = service().assess("shop");
        HttpResponse<String> second = service().assess("shop");
        HttpResponse<String> stateless = service().call("POST", "assessments", "text/markdown", KeptService.REGISTER);

        assertThat(first.headers().firstValue("Cache-Status")).isEmpty();
        assertThat(second.headers().firstValue("Cache-Status")).contains("mitigauge; hit");
        assertThat(stateless.headers().firstValue("Cache-Status")).contains("mitigauge; hit");
        assertThat(service()
                        .store
                        .history()
                        .list("shop", null, 10)
                        .orElseThrow()
                        .items())
                .as("each is kept")
                .hasSize(2);
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(RunningService.tree(stateless).get("project").isNull()).isTrue();
    }

    @Test
    void shouldRepeatAnAnswerInTheFormOfThen() {
        start();

        HttpResponse<String> first = service().assess("shop", KEY, "1", "Accept", "text/plain");
        HttpResponse<String> second = service().assess("shop", KEY, "1", "Accept", "text/plain");

        assertThat(first.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void shouldRefuseAKeyThatBelongsToAnotherRequest() {
        start();
        service().assess("shop", KEY, "1");

        HttpResponse<String> response = service().judge("shop", "- [ ] another\n", KEY, "1");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(RunningService.tree(response).get("type").textValue()).isEqualTo("urn:mitigauge:problem:key-taken");
        assertThat(service().running.listener.rejected).contains("key_taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a b", LONG})
    void shouldRefuseAKeyThatIsNone(String key) {
        start();

        HttpResponse<String> response = service().assess("shop", KEY, key);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("Idempotency-Key: must be 1 to 200 visible characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-shop", "a%2Fb", "sh%C3%B6p", "a%20b", "%00"})
    void shouldRefuseANameThatIsNone(String project) {
        start();

        HttpResponse<String> response = service().assess(project);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(response.body()).contains("is no name of a project", "1 to 100 letters");
    }

    @Test
    void shouldRefuseToBeToldOfTwoProjects() {
        start();

        HttpResponse<String> response =
                service().call("POST", "projects/shop/assessments?project=bank", "text/markdown", "- [ ] x");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("project: is `bank`, but the path says `shop`");
    }

    @Test
    void shouldJudgeUnderTheProfileAndWithTheWaiversOfTheProject() {
        start();
        Instant now = Instant.now();
        service()
                .store
                .projects()
                .put(
                        "shop",
                        new dev.mitigauge.assessment.kept.ProjectDetails(null, new TreeSet<>(), "staging"),
                        null,
                        now)
                .orElseThrow();
        Waiver waiver = new Waiver("W-1", null, "R-1", "ada", "ten customers", LocalDate.of(2999, 1, 1));
        service()
                .store
                .waivers()
                .put("shop", new WaiverTerms(waiver, null, null), null, now)
                .orElseThrow();

        JsonNode answer = RunningService.tree(service().assess("shop"));
        HttpResponse<String> named = service()
                .call("POST", "projects/shop/assessments?profile=pilot", "text/markdown", KeptService.REGISTER);

        assertThat(answer.at("/rules/profile").textValue()).isEqualTo("staging");
        assertThat(service().running.assessments.last().waivers()).containsExactly(waiver);
        assertThat(RunningService.tree(named).at("/rules/profile").textValue()).isEqualTo("pilot");
        assertThat(service()
                        .store
                        .history()
                        .replayable(answer.get("id").textValue())
                        .orElseThrow()
                        .orElseThrow()
                        .request()
                        .waivers())
                .as("judged again, it has the same context")
                .containsExactly(waiver);
    }

    @Test
    void shouldRefuseAWaiverWhoseIdTheProjectHas() {
        start();
        Waiver waiver = new Waiver("W-1", null, "R-1", "ada", "ten customers", LocalDate.of(2999, 1, 1));
        service()
                .store
                .waivers()
                .put("shop", new WaiverTerms(waiver, null, null), null, Instant.now())
                .orElseThrow();
        String json = "{\"documents\":[{\"name\":\"a.md\",\"content\":\"- [ ] x\"}],\"waivers\":[{\"id\":\"W-1\","
                + "\"item\":\"R-2\",\"owner\":\"eve\",\"reason\":\"r\",\"expires\":\"2999-01-01\"}]}";

        HttpResponse<String> response = service().call("POST", "projects/shop/assessments", "application/json", json);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("waivers: the project keeps a waiver `W-1` already");
    }

    @Test
    void shouldHoldATokenToItsProjects() {
        start();
        String[] token = service().token("ci", Set.of("shop"), Role.ASSESS);

        assertThat(service().assess("shop", token).statusCode()).isEqualTo(201);
        HttpResponse<String> path = service().assess("bank", token);
        HttpResponse<String> body =
                service().call("POST", "assessments?project=bank", "text/markdown", "- [ ] x", token);
        HttpResponse<String> none = service().call("POST", "assessments", "text/markdown", "- [ ] x", token);

        assertThat(path.statusCode()).isEqualTo(403);
        assertThat(RunningService.tree(path).get("detail").textValue())
                .isEqualTo("the token `ci` is not for the project `bank`");
        assertThat(body.statusCode()).isEqualTo(403);
        assertThat(none.statusCode())
                .as("nothing is kept, so nobody's project is touched")
                .isEqualTo(200);
        assertThat(awaitDenied(2))
                .allSatisfy(entry -> assertThat(entry.event().who()).isEqualTo("ci"));
        assertThat(service().running.listener.rejected).containsOnly("forbidden");
    }

    @Test
    void shouldSayThatNothingIsKept() {
        try (RunningService forgetful = new RunningService(RunningService.SETTINGS)) {
            HttpResponse<String> path =
                    forgetful.post("/api/v1/projects/shop/assessments", "text/markdown", new byte[] {'x'});
            HttpResponse<String> body =
                    forgetful.post("/api/v1/assessments?project=shop", "text/markdown", new byte[] {'x'});

            assertThat(List.of(path, body)).allSatisfy(response -> {
                assertThat(response.statusCode()).isEqualTo(404);
                assertThat(RunningService.tree(response).get("detail").textValue())
                        .isEqualTo("this service keeps nothing");
                assertThat(RunningService.tree(response).get("remedy").textValue())
                        .contains("mitigauge serve --data DIR");
            });
        }
    }

    @Test
    void shouldComeBackOnceTheStoreDoes() throws IOException {
        Path file = directory.resolve("missing/mitigauge.db");
        service = KeptService.impatient(file);

        HttpResponse<String> away = service().assess("shop");
        HttpResponse<String> stateless = service().call("POST", "assessments", "text/markdown", KeptService.REGISTER);
        Files.createDirectories(file.getParent());
        HttpResponse<String> back = onceTheStoreIsBack();

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).contains("5");
        assertThat(RunningService.tree(away).get("type").textValue()).isEqualTo("urn:mitigauge:problem:away");
        assertThat(away.body()).doesNotContain(directory.toString());
        assertThat(stateless.statusCode()).isEqualTo(200);
        assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
    }

    /** A store that gives up soon may do so on a busy machine even though it is there. */
    private HttpResponse<String> onceTheStoreIsBack() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        HttpResponse<String> answer = service().assess("shop");
        while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
            answer = service().assess("shop");
        }
        return answer;
    }

    @Test
    void shouldSayThatTheStoreIsLockedAndGoOnAfterwards() throws SQLException {
        Path file = directory.resolve("mitigauge.db");
        service = KeptService.impatient(file);
        service().assess("shop", KEY, "1");

        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            HttpResponse<String> locked = service().assess("shop", KEY, "2");
            HttpResponse<String> repeated = service().assess("shop", KEY, "1");
            statement.execute("rollback");

            assertThat(locked.statusCode()).isEqualTo(503);
            assertThat(locked.headers().firstValue("Retry-After")).contains("1");
            assertThat(repeated.statusCode()).as("read beside the lock").isEqualTo(201);
        }
        HttpResponse<String> again = service().assess("shop", KEY, "2");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    private List<AuditEntry> awaitDenied(int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        List<AuditEntry> entries = List.of();
        while (entries.size() < count && System.nanoTime() < deadline) {
            entries = service().store.audit().list(null, 100).orElseThrow().items();
        }
        assertThat(entries).hasSize(count);
        return entries;
    }

    private void start() {
        service = KeptService.patient(directory);
    }

    private KeptService service() {
        assertThat(service).isNotNull();
        return service;
    }
}
