package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.AssessmentRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are a document, and forms of documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentBodyTest {

    private static final String PATH = "/api/v1/assessments";

    private final RunningService running = new RunningService(RunningService.SETTINGS);

    @AfterAll
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/markdown", "text/plain", "Text/Markdown; charset=UTF-8"})
    void shouldTakeTheBodyAsOneDocument(String contentType) {
        byte[] body = {'-', ' ', (byte) 0xff, 0, '\r', '\n'};

        HttpResponse<String> response = running.post(PATH, contentType, body);

        assertThat(response.statusCode()).isEqualTo(200);
        AssessmentRequest request = running.assessments.last();
        assertThat(request.documents()).hasSize(1);
        assertThat(request.documents().get(0).name()).isEqualTo("document.md");
        assertThat(request.documents().get(0).content()).as("byte for byte").isEqualTo(body);
    }

    @Test
    void shouldTakeTheContextFromTheAddress() {
        String query =
                "?name=docs/TO%20DO.md&profile=pilot&asOf=2026-03-31&deployment.instances=3&deployment.a.b=x%26y";

        running.post(PATH + query, "text/markdown", new byte[0]);

        AssessmentRequest request = running.assessments.last();
        assertThat(request.documents().get(0).name()).isEqualTo("docs/TO DO.md");
        assertThat(request.profile()).isEqualTo("pilot");
        assertThat(request.asOf()).isEqualTo("2026-03-31");
        assertThat(request.deployment())
                .containsEntry("deployment.instances", "3")
                .containsEntry("deployment.a.b", "x&y");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attachment; filename="TO DO.md"                              | TO DO.md
            attachment; filename=todo.md                                 | todo.md
            attachment; filename="x.md"; filename*=UTF-8''na%C3%AFve.md  | naïve.md
            attachment; filename="a\\"b.md"                              | a"b.md
            attachment                                                   | document.md
            """)
    void shouldTakeTheNameFromTheDisposition(String disposition, String name) {
        running.assess("text/markdown", "x", "Content-Disposition", disposition);

        assertThat(running.assessments.last().documents().get(0).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?profle=pilot            | 422 | profle: unknown field `profle`        | did you mean `profile`?
            ?asOf=yesterday          | 422 | asOf: `yesterday` is no date          | write it as year-month-day, such as `2026-03-31`
            ?asOf=2026-01-01&asOf=2026-01-02 | 422 | asOf: `asOf` is given twice   | leave one of the two out
            ?name=%00                | 422 | name: `�` is no name for a document   | use 1 to 255 characters without control characters
            ?name=%zz                | 400 | ?: the address holds a broken escape  | write each byte as % and two hexadecimal digits
            """)
    void shouldSayWhatIsWrongWithTheAddress(String query, int status, String detail, String remedy) throws Exception {
        String response = Raw.exchange(
                running.port,
                "POST " + PATH + query + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/markdown\r\n"
                        + "Content-Length: 1\r\nConnection: close\r\n\r\nx");

        assertThat(response).startsWith("HTTP/1.1 " + status + " ");
        JsonNode problem = RunningService.JSON.readTree(response.substring(response.indexOf("\r\n\r\n")));
        assertThat(problem.get("detail").textValue()).isEqualTo(detail);
        assertThat(problem.get("remedy").textValue()).isEqualTo(remedy);
    }

    @Test
    void shouldTakeNoParametersBesideJson() {
        HttpResponse<String> response =
                running.post(PATH + "?profile=pilot", "application/json", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("unknown parameter `profile` in the address");
    }

    @Test
    void shouldTakeEachFileOfAFormAsADocument() {
        String form = part("name=\"files\"; filename=\"a.md\"", "# A\r\n\r\n--not the boundary\r\n")
                + part("name=\"profile\"", "pilot")
                + part("name=\"files\"; filename=\"b.md\"", "")
                + part("name=\"asOf\"", "2026-03-31")
                + part("name=\"deployment.instances\"", "3")
                + part("name=\"nothing chosen\"; filename=\"\"", "")
                + "--cut here--\r\n";

        HttpResponse<String> response = running.assess("multipart/form-data; boundary=\"cut here\"", form);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        AssessmentRequest request = running.assessments.last();
        assertThat(request.documents()).extracting(input -> input.name()).containsExactly("a.md", "b.md");
        assertThat(new String(request.documents().get(0).content(), StandardCharsets.UTF_8))
                .isEqualTo("# A\r\n\r\n--not the boundary\r\n");
        assertThat(request.profile()).isEqualTo("pilot");
        assertThat(request.asOf()).isEqualTo("2026-03-31");
        assertThat(request.deployment()).containsEntry("deployment.instances", "3");
    }

    @Test
    void shouldPassOverWhatStandsBeforeTheFirstBoundary() {
        String form = "for old readers\r\n" + part("name=\"f\"; filename=\"a.md\"", "A") + "--cut here--";

        HttpResponse<String> response = running.assess("multipart/form-data; boundary=\"cut here\"", form);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(running.assessments.last().documents().get(0).content()).isEqualTo(new byte[] {'A'});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            multipart/form-data                        | --b\\r\\n                                                     | 400 | names no boundary
            multipart/form-data; boundary=b            | ''                                                            | 400 | does not start with its boundary
            multipart/form-data; boundary=b            | --c--                                                         | 400 | does not start with its boundary
            multipart/form-data; boundary=b            | --b\\r\\nContent-Disposition: form-data; name=\\"x\\"         | 400 | breaks off in part 1
            multipart/form-data; boundary=b            | --b\\r\\nA: b\\r\\n--b--                                      | 422 | has no end of its headers
            multipart/form-data; boundary=b            | --b\\r\\nA: b\\r\\n\\r\\nx\\r\\n--b--                         | 422 | neither a name nor a file name
            multipart/form-data; boundary=b            | --b\\r\\nContent-Disposition: form-data; name=colour\\r\\n\\r\\nred\\r\\n--b-- | 422 | unknown field `colour`
            multipart/form-data; boundary=b            | --b--                                                         | 422 | there is no document
            """)
    void shouldSayWhatIsWrongWithAForm(String contentType, String form, int status, String detail) {
        String body = form.replace("\\r", "\r").replace("\\n", "\n").replace("\\\"", "\"");

        HttpResponse<String> response = running.assess(contentType, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(RunningService.tree(response).get("detail").textValue()).contains(detail);
    }

    @Test
    void shouldReadAHostileFormInBoundedTime() {
        String form = "--b\r\nA: b\r\n".repeat(500_000) + "--b--";

        HttpResponse<String> response = running.assess("multipart/form-data; boundary=b", form);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("more than 1000 parts");
    }

    private static String part(String disposition, String content) {
        return "--cut here\r\nContent-Disposition: form-data; " + disposition + "\r\n"
                + "Content-Type: text/markdown\r\n\r\n" + content + "\r\n";
    }
}
