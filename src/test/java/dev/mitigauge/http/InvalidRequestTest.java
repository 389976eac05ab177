package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.Answer;
import dev.mitigauge.ingest.Refusal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are turned away, and what they are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvalidRequestTest {

    private static final String DOCUMENT = "{\"name\":\"a.md\",\"content\":\"- [ ] a\"}";

    private final RunningService running = new RunningService(RunningService.SETTINGS);

    @BeforeEach
    void assessAll() {
        running.assessments.answering(request -> new Answer.Assessed(Answers.to(request)));
        running.listener.rejected.clear();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"documents":[D],"profil":"staging"}              | profil                | unknown key `profil`             | did you mean `profile`?
            {"documents":[D],"zzzzzzzz":1}                    | zzzzzzzz              | unknown key `zzzzzzzz`           | use one of documents, deployment, asOf, profile, waivers, nextActions, checkout, path, worsens, why, project
            {"documents":[D],"nextActions":"many"}             | nextActions           | must be a number, but is a string | send a number
            {"documents":[D],"nextActions":2.5}                | nextActions           | `2.5` is no number of next actions | use a whole number from 0 to 99
            {"documents":[D],"path":"true"}                    | path                  | must be true or false, but is a string | send true or false
            {"documents":[D],"nextActions":-1}                 | nextActions           | `-1` is no number of next actions | use a whole number from 0 to 99
            {"documents":[D],"checkout":"../shop"}             | checkout              | `../shop` is no name of a checkout | use a name that checkouts.allowed gives
            {"documents":[{"nmae":"a","name":"a","content":""}]} | documents[0].nmae     | unknown key `nmae`               | did you mean `name`?
            {"documents":[D,{"name":"b"}]}                    | documents[1].content  | `content` is missing             | send it as a string
            {"documents":[{"name":7,"content":""}]}           | documents[0].name     | must be a string, but is a number | send a string
            {"documents":[{"name":" ","content":""}]}         | documents[0].name     | ` ` is no name for a document    | use 1 to 255 characters without control characters
            {"documents":"a"}                                 | documents             | must be an array, but is a string | send an array
            {"documents":null}                                | documents             | must be an array, but is null    | send an array
            {"documents":["a"]}                               | documents[0]          | must be an object, but is a string | send an object
            {"documents":[]}                                  | documents             | there is no document             | send at least one document
            {}                                                | documents             | there is no document             | send at least one document
            {"documents":[D],"asOf":"2026-02-30"}             | asOf                  | `2026-02-30` is no date          | write it as year-month-day, such as `2026-03-31`
            {"documents":[D],"asOf":"6 Feb 2026"}             | asOf                  | `6 Feb 2026` is no date          | write it as year-month-day, such as `2026-03-31`
            {"documents":[D],"asOf":20260206}                 | asOf                  | must be a string, but is a number | send a string
            {"documents":[D],"profile":"a b"}                 | profile               | `a b` is no name of a profile    | use a name such as `production`
            {"documents":[D],"deployment":{"instances":[3]}}  | deployment.instances  | must be a string, a number or a boolean, but is an array | send a string, a number or a boolean
            {"documents":[D],"deployment":{"a":1,"deployment.a":2}} | deployment.deployment.a | `deployment.a` is given twice | leave one of the two out
            {"documents":[D],"deployment":{"a b":1}}          | deployment.a b        | `a b` is no name for a deployment value | use 1 to 100 letters, digits, dots, dashes and underscores
            {"documents":[D],"waivers":[{"rule":"R","owner":"a","reason":"b"}]} | waivers[0].expires | `expires` is missing | send it as a string
            {"documents":[D],"waivers":[{"rule":"R","owner":"","reason":"b","expires":"2026-01-01"}]} | waivers[0].owner | is blank | use 1 to 255 characters
            {"documents":[D],"waivers":[{"owner":"a","reason":"b","expires":"2026-01-01"}]} | waivers[0] | a waiver of everything is none | name the `rule`, the `item` or the `section` that it covers
            {"documents":[D],"waivers":[{"rule":"R","owner":"a","reason":"b","expires":"soon"}]} | waivers[0].expires | `soon` is no date | write it as year-month-day, such as `2026-03-31`
            {"documents":[D],"waivers":[W,W]}                 | waivers[1].id         | the waiver `w` is given twice    | give each waiver its own id
            {"documents":[{"name":"a","content":"\\ud83d"}]}  | documents[0].content  | holds half of a surrogate pair, which is no character | write characters beyond U+FFFF as they are, or as two escapes
            []                                                | NONE                  | must be an object, but is an array | send an object
            """)
    void shouldNamePathFaultAndRemedy(String body, String field, String message, String remedy) {
        String full = body.replace("D", DOCUMENT)
                .replace(
                        "W",
                        "{\"id\":\"w\",\"item\":\"R\",\"owner\":\"a\",\"reason\":\"b\",\"expires\":\"2026-01-01\"}");
        int before = running.assessments.count();

        HttpResponse<String> response = running.assess("application/json", full);

        JsonNode problem = problem(response, 422, "invalid-request");
        JsonNode error = problem.get("errors").get(0);
        assertThat(problem.get("errors")).hasSize(1);
        assertThat(error.path("field").asText("NONE")).isEqualTo(field);
        assertThat(error.get("message").textValue()).isEqualTo(message);
        assertThat(error.get("remedy").textValue()).isEqualTo(remedy);
        assertThat(problem.get("remedy").textValue()).isEqualTo(remedy);
        assertThat(running.assessments.count()).isEqualTo(before);
        assertThat(running.listener.rejected).containsExactly("invalid_request");
    }

    @Test
    void shouldTellAllFaultsAtOnceWithLineAndColumn() {
        String body = """
                {"documents": [{"name": "a.md", "content": ""}],
                  "asof": "2026-01-01",
                  "waivers": {}}
                """;

        JsonNode problem = problem(running.assess("application/json", body), 422, "invalid-request");

        assertThat(problem.get("detail").textValue()).isEqualTo("asof: unknown key `asof` (and 1 more)");
        JsonNode first = problem.get("errors").get(0);
        assertThat(first.get("line").intValue()).isEqualTo(2);
        assertThat(first.get("column").intValue()).isEqualTo(11);
        assertThat(first.get("remedy").textValue()).isEqualTo("did you mean `asOf`?");
        JsonNode second = problem.get("errors").get(1);
        assertThat(second.get("line").intValue()).isEqualTo(3);
        assertThat(second.get("field").textValue()).isEqualTo("waivers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"documents": [,]}     | 1 | 16 | unexpected character (',' (code 44))
            {"documents": [        | 1 | 16 | unexpected end-of-input
            {"a":1,"a":2}          | 1 | 11 | duplicate field 'a'
            {} {}                  | 1 | 4  | the body holds more than one JSON value
            nonsense               | 1 | 1  | unrecognized token 'nonsense'
            """)
    void shouldSayWhereJsonIsBroken(String body, int line, int column, String message) {
        JsonNode problem = problem(running.assess("application/json", body), 400, "malformed");

        JsonNode error = problem.get("errors").get(0);
        assertThat(error.get("message").textValue()).startsWith(message);
        assertThat(error.get("line").intValue()).isEqualTo(line);
        assertThat(error.get("column").intValue()).isEqualTo(column);
        assertThat(running.listener.rejected).containsExactly("malformed");
    }

    @Test
    void shouldSayThatAnEmptyBodyIsNoJson() {
        JsonNode problem = problem(running.assess("application/json", ""), 400, "malformed");

        assertThat(problem.get("detail").textValue()).isEqualTo("the body is empty");
    }

    @Test
    void shouldSayWhereJsonIsNoUtf8() {
        byte[] body = "{\"documents\":\n [{\"name\":\"?\"}]}".getBytes(StandardCharsets.US_ASCII);
        body[body.length - 5] = (byte) 0xff;

        JsonNode problem = problem(running.post("/api/v1/assessments", "application/json", body), 400, "malformed");

        assertThat(problem.get("errors").get(0).get("line").intValue()).isEqualTo(2);
        assertThat(problem.get("detail").textValue()).startsWith("invalid UTF-8 start byte 0xff");
    }

    @Test
    void shouldBearDeeplyNestedJson() {
        String body = "{\"documents\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";

        HttpResponse<String> response = running.assess("application/json", body);

        assertThat(response.statusCode()).isIn(400, 422);
        assertThat(response.body().length()).isLessThan(2_000);
    }

    @Test
    void shouldNotEchoUnboundedText() {
        String body = "{\"" + "x".repeat(5_000) + "\":1,\"profile\":\"" + "y".repeat(100_000) + "\"}";

        HttpResponse<String> response = running.assess("application/json", body);

        problem(response, 422, "invalid-request");
        assertThat(response.body().length()).isLessThan(2_000);
    }

    @Test
    void shouldListNoMoreThanTwentyFaults() {
        String body = "{\"documents\":[" + "1,".repeat(10_000) + "1]}";

        JsonNode problem = problem(running.assess("application/json", body), 422, "invalid-request");

        assertThat(problem.get("errors")).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_LARGE, 413, too-large",
        "BINARY, 422, unreadable-document",
        "INVALID_UTF8, 422, unreadable-document",
        "TOO_COMPLEX, 422, unreadable-document",
        "DUPLICATE_NAME, 422, unreadable-document"
    })
    void shouldNameDocumentLineAndRemedyOfARefusal(Refusal.Cause cause, int status, String type) {
        running.assessments.answering(request ->
                new Answer.Unreadable(List.of(new Refusal("a.md", 3, cause, "it is wrong", "put it right"))));

        JsonNode problem = problem(running.assess("text/markdown", "x"), status, type);

        assertThat(problem.get("detail").textValue()).isEqualTo("a.md:3: it is wrong");
        JsonNode error = problem.get("errors").get(0);
        assertThat(error.get("document").textValue()).isEqualTo("a.md");
        assertThat(error.get("line").intValue()).isEqualTo(3);
        assertThat(error.get("remedy").textValue()).isEqualTo("put it right");
        assertThat(running.listener.rejected)
                .as("the use case has counted it already")
                .isEmpty();
    }

    @Test
    void shouldSayWhatTheUseCaseDoesNotAccept() {
        running.assessments.answering(request ->
                new Answer.Unacceptable("profile", "unknown profile `moon`", "use one of production, pilot"));

        JsonNode problem = problem(running.assess("text/markdown", "x"), 422, "invalid-request");

        assertThat(problem.get("detail").textValue()).isEqualTo("profile: unknown profile `moon`");
        assertThat(problem.get("remedy").textValue()).isEqualTo("use one of production, pilot");
    }

    @Test
    void shouldHideWhatFailedInsideAndNameTheRequest() {
        running.assessments.answering(request -> {
            throw new IllegalStateException("secret of rule DEF-001 at /etc/rules");
        });

        HttpResponse<String> response = running.assess("text/markdown", "x", "X-Request-Id", "ci-42");

        JsonNode problem = problem(response, 500, "internal");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("DEF-001");
        assertThat(problem.get("instance").textValue()).isEqualTo("urn:mitigauge:request:ci-42");
        assertThat(running.listener.rejected).containsExactly("internal");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64 * 1024})
    void shouldGoOnAfterAFailure(int bytes) {
        running.assessments.answering(request -> {
            throw new StackOverflowError();
        });
        assertThat(running.assess("text/markdown", "x".repeat(bytes)).statusCode())
                .isEqualTo(500);

        assessAll();

        assertThat(running.assess("text/markdown", "x").statusCode()).isEqualTo(200);
    }

    private static JsonNode problem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = RunningService.tree(response);
        assertThat(problem.get("type").textValue()).isEqualTo("urn:mitigauge:problem:" + type);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").textValue()).isNotBlank();
        assertThat(problem.get("detail").textValue()).isNotBlank();
        assertThat(problem.get("remedy").textValue()).isNotBlank();
        assertThat(problem.get("instance").textValue())
                .endsWith(response.headers().firstValue("X-Request-Id").orElse("no id"));
        return problem;
    }
}
