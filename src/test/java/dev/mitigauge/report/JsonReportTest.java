package dev.mitigauge.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mitigauge.assessment.Assessment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {

    @Test
    void shouldWriteTheAnswerAsTheContractNamesIt() {
        String json = new String(JsonReport.renderIndented(Samples.notReady()), UTF_8);

        Golden.assertMatches("report/not-ready.json", json + "\n");
    }

    @Test
    void shouldKeepTheOrderOfTheContract() throws IOException {
        JsonNode answer = new ObjectMapper().readTree(JsonReport.render(Samples.notReady()));

        List<String> names = new ArrayList<>();
        answer.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsSubsequence(
                        "id",
                        "project",
                        "assessedAt",
                        "verdict",
                        "readiness",
                        "mitigationCoverage",
                        "deferredRisk",
                        "tasks",
                        "claims",
                        "findings",
                        "nextActions",
                        "confidence",
                        "documents",
                        "rules");
    }

    @Test
    void shouldSayNullAndNotOneHundredPerCentWithoutRisks() throws IOException {
        JsonNode answer = new ObjectMapper().readTree(JsonReport.render(Samples.ready()));

        assertThat(answer.at("/mitigationCoverage/ratio").isNull()).isTrue();
        assertThat(answer.at("/readiness/capReason").isNull()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldReadBackWhatItWrote(Assessment assessment) throws IOException {
        byte[] json = JsonReport.render(assessment);

        assertThat(JsonReport.render(JsonReport.parse(json))).isEqualTo(json);
        assertThat(JsonReport.render(JsonReport.parse(JsonReport.renderIndented(assessment))))
                .isEqualTo(json);
    }

    @Test
    void shouldRefuseToReadWhatIsNoAssessment() {
        assertThatThrownBy(() -> JsonReport.parse("{\"verdict\":\"SPLENDID\"}".getBytes(UTF_8)))
                .isInstanceOf(IOException.class);
    }

    static Stream<Assessment> samples() {
        return Stream.of(Samples.notReady(), Samples.ready(), Samples.conditional(), Samples.blank());
    }
}
