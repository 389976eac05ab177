package dev.mitigauge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.account.Score;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulateRouteTest {

    private static final String DOCUMENTS = "\"documents\":[{\"name\":\"a.md\",\"content\":\"- [ ] a\"}]";

    private final RunningService running = new RunningService(RunningService.SETTINGS);

    @BeforeAll
    void warm() {
        running.warmUp.countDown();
        running.assessments.answering(request -> request.asked().changes().isEmpty()
                ? new Answer.Assessed(Answers.to(request))
                : new Answer.Simulated(Answers.simulation(request)));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private HttpResponse<String> simulate(String body) {
        return running.post("/api/v1/assessments:simulate", "application/json", body.getBytes(UTF_8));
    }

    @Test
    void shouldHandOverTheChangesAndAnswerWithTheDifference() {
        HttpResponse<String> response = simulate("{" + DOCUMENTS + ",\"changes\":[\"done:a.md:1\"],\"path\":true}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(running.assessments.last().asked().changes()).containsExactly("done:a.md:1");
        assertThat(running.assessments.last().asked().path()).isTrue();
        JsonNode answer = RunningService.tree(response);
        assertThat(answer.at("/difference/verdictBefore").textValue()).isEqualTo("NOT_READY");
        assertThat(answer.at("/before/id").textValue()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{D}                              | there is no change",
                "{D,\"changes\":[]}               | there is no change",
                "{D,\"changes\":[3]}              | must be a string, but is a number",
                "{D,\"changes\":\"done:a\"}       | must be an array, but is a string",
                "{D,\"changes\":[\" \"]}          | is blank",
                "{D,\"changes\":[\"x\"],\"chnages\":1} | unknown key `chnages`"
            })
    void shouldRefuseWhatMakesNoSense(String body, String message) {
        HttpResponse<String> response = simulate(body.replace("D", DOCUMENTS));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(RunningService.tree(response).at("/errors/0/message").textValue())
                .isEqualTo(message);
    }

    @Test
    void shouldTakeChangesNowhereElse() {
        HttpResponse<String> response =
                running.assess("application/json", "{" + DOCUMENTS + ",\"changes\":[\"done:a.md:1\"]}");

        assertThat(response.statusCode()).isEqualTo(422);
    }

    @Test
    void shouldHandOverWhatElseIsAskedFor() {
        running.assess(
                "application/json", "{" + DOCUMENTS + ",\"worsens\":true,\"why\":[\"readiness\",\"deferred-risk\"]}");

        assertThat(running.assessments.last().asked().worsens()).isTrue();
        assertThat(running.assessments.last().asked().path()).isFalse();
        assertThat(running.assessments.last().asked().why())
                .containsExactlyInAnyOrder(Score.READINESS, Score.DEFERRED_RISK);
    }

    @Test
    void shouldRefuseAnUnknownScoreAndWhatIsNeitherTrueNorFalse() {
        HttpResponse<String> response =
                running.assess("application/json", "{" + DOCUMENTS + ",\"path\":\"yes\",\"why\":[\"redyness\"]}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(RunningService.tree(response).get("errors").findValuesAsText("message"))
                .containsExactly("must be true or false, but is a string", "unknown score `redyness`");
        assertThat(RunningService.tree(response).at("/errors/1/remedy").textValue())
                .isEqualTo("did you mean `readiness`?");
    }
}
