package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP asks of any service: negotiation, methods, headers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpRulesTest {

    private static final String PATH = "/api/v1/assessments";

    private final RunningService running = new RunningService(RunningService.SETTINGS);

    @AfterAll
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                   | application/json
            application/json                      | application/json
            text/plain                            | text/plain
            text/*                                | text/plain
            text/html, text/plain;q=0.1           | text/plain
            text/plain;q=0.5, application/json    | application/json
            */*, application/json;q=0             | text/plain
            application/json;q=nonsense           | application/json
            """)
    void shouldAnswerInTheFormAskedFor(String accept, String contentType) {
        HttpResponse<String> response = running.assess("text/markdown", "x", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(contentType);
        assertThat(response.body()).contains("NOT_READY");
    }

    @Test
    void shouldReadAnAcceptHeaderInSeveralLinesAsOne() {
        HttpResponse<String> response =
                running.assess("text/markdown", "x", "Accept", "text/html", "Accept", "text/plain");

        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "nonsense", "image/*"})
    void shouldSayWhichFormsThereAre(String accept) {
        int before = running.assessments.count();

        HttpResponse<String> response = running.assess("text/markdown", "x", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(RunningService.tree(response).get("remedy").textValue())
                .isEqualTo("accept application/json or text/plain");
        assertThat(running.assessments.count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/markdown; charset=iso-8859-1", "nonsense"})
    void shouldSayWhichBodiesItUnderstands(String contentType) {
        HttpResponse<String> response = running.assess(contentType, "x");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("Accept-Post").orElse("")).contains("multipart/form-data");
        assertThat(RunningService.tree(response).get("remedy").textValue()).contains("text/markdown");
    }

    @Test
    void shouldNotGuessABodyWithoutAType() {
        HttpResponse<String> response = running.send(running.to(PATH).POST(HttpRequest.BodyPublishers.ofString("x")));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(RunningService.tree(response).get("detail").textValue())
                .isEqualTo("the request has no content type");
    }

    @Test
    void shouldNotUnpackACompressedBody() {
        assertThat(running.assess("text/markdown", "x", "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/assessments, POST",
        "DELETE, /api/v1/assessments/, POST",
        "POST, /metrics, 'GET, HEAD'",
        "PUT, /, 'GET, HEAD'",
        "OPTIONS, /health/live, 'GET, HEAD'"
    })
    void shouldSayWhichMethodsAPathKnows(String method, String path, String allow) {
        HttpResponse<String> response =
                running.send(running.to(path).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains(allow);
        assertThat(RunningService.tree(response).get("remedy").textValue()).isEqualTo("use " + allow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api/v1", "/api/v1/assessments/1", "/openapi.yaml/x", "/%2e%2e/etc/passwd"})
    void shouldSayThatAPathIsUnknown(String path) {
        HttpResponse<String> response = running.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(RunningService.tree(response).get("type").textValue()).isEqualTo("urn:mitigauge:problem:not-found");
        assertThat(response.body()).doesNotContain("passwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health/live", "/openapi.yaml", "/"})
    void shouldAnswerHeadLikeGetWithoutTheBody(String path) {
        HttpResponse<String> get = running.get(path);

        HttpResponse<String> head = running.send(running.to(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(get.statusCode()).isEqualTo(200);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health/live", "/openapi.yaml", "/", "/nothing", PATH})
    void shouldGuardEachAnswerAgainstSniffingAndStoring(String path) {
        HttpResponse<String> response = running.get(path);

        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void shouldLetThePageShowItsOwnStyleAndNothingElse() {
        HttpResponse<String> response = running.get("/");

        String policy = response.headers().firstValue("Content-Security-Policy").orElse("none");
        assertThat(policy)
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.body()).contains("/api/v1/assessments", "/openapi.yaml", "/metrics", "/health/ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci-42", "A.b_c-9", "0123456789012345678901234567890123456789012345678901234567890123"})
    void shouldKeepAHarmlessRequestId(String id) {
        HttpResponse<String> response = running.get("/health/live", "X-Request-Id", id);

        assertThat(response.headers().firstValue("X-Request-Id")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "<script>", "é", "01234567890123456789012345678901234567890123456789012345678901234"})
    void shouldReplaceAnyOtherRequestId(String id) {
        HttpResponse<String> first = running.get("/health/live", "X-Request-Id", id);
        HttpResponse<String> second = running.get("/health/live", "X-Request-Id", id);

        String given = first.headers().firstValue("X-Request-Id").orElse("none");
        assertThat(given).matches("[0-9a-f]+-\\d+");
        assertThat(second.headers().firstValue("X-Request-Id")).isPresent().isNotEqualTo(given);
    }

    @Test
    void shouldTellLiveFromReady() {
        HttpResponse<String> live = running.get("/health/live");
        HttpResponse<String> early = running.get("/health/ready");
        running.warmUp.countDown();
        HttpResponse<String> ready = readySoon();

        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(early.statusCode()).isEqualTo(503);
        JsonNode details = RunningService.tree(early);
        assertThat(details.get("status").textValue()).isEqualTo("WARMING_UP");
        assertThat(details.get("warm").booleanValue()).isFalse();
        assertThat(ready.statusCode()).isEqualTo(200);
        details = RunningService.tree(ready);
        assertThat(details.get("status").textValue()).isEqualTo("READY");
        assertThat(details.get("warm").booleanValue()).isTrue();
        assertThat(details.get("rules").get("digest").textValue()).isEqualTo(Answers.DIGEST);
        assertThat(details.get("version").textValue()).isEqualTo("1.2.3");
    }

    @Test
    void shouldServeMetricsInTheFormAskedFor() {
        HttpResponse<String> plain = running.get("/metrics");
        HttpResponse<String> open = running.get("/metrics", "Accept", "application/openmetrics-text");

        assertThat(plain.body()).isEqualTo("up 1 # text/plain");
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(open.body()).isEqualTo("up 1 # application/openmetrics-text");
        assertThat(open.headers().firstValue("Content-Type")).contains("application/openmetrics-text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NONSENSE                                                                        | 400
            GET / HTTP/1.1\\r\\nHost: x\\r\\nBad Header: x                                  | 400
            POST /api/v1/assessments HTTP/1.1\\r\\nHost: x\\r\\nContent-Type: text/plain\\r\\nContent-Length: x | 400
            POST /api/v1/assessments HTTP/1.1\\r\\nHost: x\\r\\nContent-Type: text/plain\\r\\nContent-Length: -1 | 400
            GET /%zz HTTP/1.1\\r\\nHost: x\\r\\nConnection: close                            | 400
            """)
    void shouldAnswerWhatIsNoHttpAndGoOn(String request, int status) throws Exception {
        String response =
                Raw.exchange(running.port, request.replace("\\r", "\r").replace("\\n", "\n") + "\r\n\r\n");

        assertThat(response)
                .matches("(?s)HTTP/1\\.[01] " + status + " .*")
                .contains("application/problem+json")
                .contains("urn:mitigauge:problem:malformed");
        assertThat(running.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSayThatHeadersOrAddressAreTooLong() throws Exception {
        String longHeader =
                Raw.exchange(running.port, "GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(9_000) + "\r\n\r\n");
        String longAddress = Raw.exchange(running.port, "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(longHeader).contains(" 431 ").contains("headers-too-large");
        assertThat(longAddress).contains(" 414 ").contains("uri-too-long");
    }

    @Test
    void shouldAnswerPipelinedRequestsInOrder() throws Exception {
        String request = "POST /api/v1/assessments HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                + "Content-Length: 1\r\nAccept: text/plain\r\nX-Request-Id: %s\r\n%s\r\nx";

        String response = Raw.exchange(
                running.port, request.formatted("one", "") + request.formatted("two", "Connection: close\r\n"));

        assertThat(response).containsSubsequence("HTTP/1.1 200", "one", "HTTP/1.1 200", "two");
    }

    private HttpResponse<String> readySoon() {
        long deadline = System.nanoTime() + 5_000_000_000L;
        HttpResponse<String> response = running.get("/health/ready");
        while (response.statusCode() != 200 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            response = running.get("/health/ready");
        }
        return response;
    }
}
