package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.facts.Waiver;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentsRouteTest {

    private final RunningService running = new RunningService(RunningService.SETTINGS);

    @BeforeAll
    void warm() {
        running.warmUp.countDown();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void shouldNameTheCheckoutInWhichToLook() {
        running.assess(
                "application/json", "{\"documents\":[{\"name\":\"a.md\",\"content\":\"a\"}],\"checkout\":\"shop\"}");
        assertThat(running.assessments.last().checkout()).isEqualTo("shop");

        running.assess("application/json", "{\"documents\":[{\"name\":\"a.md\",\"content\":\"a\"}]}");
        assertThat(running.assessments.last().checkout()).isNull();
    }

    @Test
    void shouldHandOverAllThatJsonSays() {
        String body = """
                {"documents": [{"name": "a.md", "content": "# A\\n- [ ] naïve 🙂"}, {"name": "b.md", "content": ""}],
                 "deployment": {"instances": 3, "deployment.tls": true, "region": "eu"},
                 "asOf": "2026-03-31", "profile": "staging",
                 "waivers": [{"rule": "DEF-001", "owner": "ada", "reason": "bought time", "expires": "2026-12-31"},
                             {"id": "w", "item": "R-1", "owner": "bob", "reason": "known", "expires": "2026-12-30"}]}
                """;

        HttpResponse<String> response = running.assess("application/json", body);

        assertThat(response.statusCode()).isEqualTo(200);
        AssessmentRequest request = running.assessments.last();
        assertThat(request.documents()).extracting(input -> input.name()).containsExactly("a.md", "b.md");
        assertThat(new String(request.documents().get(0).content(), StandardCharsets.UTF_8))
                .isEqualTo("# A\n- [ ] naïve 🙂");
        assertThat(request.deployment())
                .containsEntry("deployment.instances", "3")
                .containsEntry("deployment.tls", "true")
                .containsEntry("deployment.region", "eu")
                .hasSize(3);
        assertThat(request.asOf()).isEqualTo("2026-03-31");
        assertThat(request.profile()).isEqualTo("staging");
        assertThat(request.waivers())
                .containsExactly(
                        new Waiver("waiver-1", "DEF-001", null, "ada", "bought time", LocalDate.of(2026, 12, 31)),
                        new Waiver("w", null, "R-1", "bob", "known", LocalDate.of(2026, 12, 30)));
        assertThat(request.origin()).isEqualTo("http");
    }

    @Test
    void shouldAnswerWithTheVerdict() {
        HttpResponse<String> response = running.assess("text/markdown", "- [ ] a");

        JsonNode answer = RunningService.tree(response);
        assertThat(answer.get("verdict").textValue()).isEqualTo("NOT_READY");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(running.listener.timed).contains(dev.mitigauge.assessment.AssessmentListener.Stage.RENDER);
    }
}
