package dev.mitigauge.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.Asked;
import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.Assessor;
import dev.mitigauge.assessment.Judged;
import dev.mitigauge.assessment.Simulation;
import dev.mitigauge.assessment.account.Score;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers hold when they are asked for it, of the project's own examples under the shipped rules. */
class AskedReportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
    private static final List<String> SHOWN =
            List.of("verdict", "readiness", "conditions", "conditionDetails", "path", "worsens", "contributions");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Assessor assessor = new Assessor(
            Judged.RULES, IngestSettings.DEFAULT, AssessmentSettings.DEFAULT, AssessmentListener.NONE, CLOCK);

    @ParameterizedTest
    @ValueSource(strings = {"deferred-risks", "go-live-checklist", "overclaiming-todo"})
    void shouldTellPeople(String example) {
        Assessment assessment = assessed(documents(example), EnumSet.of(Score.READINESS, Score.VERDICT));

        Golden.assertMatches(
                "report/asked-" + example + ".txt", withoutDigest(TextReport.render(assessment, TextOptions.PLAIN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deferred-risks", "go-live-checklist", "overclaiming-todo"})
    void shouldTellPrograms(String example) throws IOException {
        Assessment assessment = assessed(documents(example), EnumSet.allOf(Score.class));

        JsonNode answer = JSON.readTree(JsonReport.render(assessment));
        ObjectNode shown = JSON.createObjectNode();
        SHOWN.forEach(name -> shown.set(name, answer.get(name)));
        Golden.assertMatches(
                "report/asked-" + example + ".json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shown) + "\n");
    }

    @Test
    void shouldTellWhatIsLeftOfAllExamplesTogether() {
        Assessment assessment = assessed(documents(""), Set.of());

        Golden.assertMatches("report/asked-all.txt", withoutDigest(TextReport.render(assessment, TextOptions.PLAIN)));
    }

    @Test
    void shouldNameTheRulesAndLinesOfConditions() {
        Assessment assessment = assessed(
                List.of(new Input(
                        "todo.md",
                        "# A\n\n## Critical\n\n- [x] Restore tested: run 12 (#4)\n- [x] Key rotated\n- [x] Login\n"
                                .getBytes(UTF_8))),
                Set.of());

        assertThat(assessment.conditionDetails()).hasSize(1);
        assertThat(assessment.conditionDetails().get(0).condition())
                .isEqualTo(assessment.conditions().get(0));
        assertThat(assessment.conditionDetails().get(0).rules()).containsExactly("EVI-004");
        assertThat(assessment.conditionDetails().get(0).sources())
                .extracting(source -> source.line())
                .containsExactly(6, 7);
        assertThat(TextReport.render(assessment, TextOptions.PLAIN)).contains("(EVI-004; todo.md:6, 7)");
    }

    @Test
    void shouldTellWhatWouldBe() throws IOException {
        Answer answer = assessor.assess(request(
                documents("overclaiming-todo"),
                new Asked(
                        false,
                        false,
                        Set.of(),
                        List.of("done:tokens", "done:overclaiming-todo.md:9", "withdrawn:READY"))));

        Simulation simulation = ((Answer.Simulated) answer).simulation();
        Golden.assertMatches("report/simulation.txt", SimulationText.render(simulation, TextOptions.PLAIN));
        JsonNode difference = JSON.readTree(JsonReport.render(simulation)).get("difference");
        Golden.assertMatches(
                "report/simulation.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(difference) + "\n");
    }

    @Test
    void shouldRefuseAChangeOfWhatIsNotThere() {
        Answer answer = assessor.assess(
                request(documents("overclaiming-todo"), new Asked(false, false, Set.of(), List.of("done:elephant"))));

        assertThat(answer).isInstanceOf(Answer.Unacceptable.class);
        assertThat(((Answer.Unacceptable) answer).message())
                .isEqualTo("nothing that `done` can change is called `elephant`");
    }

    @Test
    void shouldHoldNothingMoreWhenNothingIsAsked() {
        Assessment assessment = ((Answer.Assessed) assessor.assess(request(documents(""), Asked.NOTHING))).assessment();

        assertThat(assessment.path()).isNull();
        assertThat(assessment.worsens()).isNull();
        assertThat(assessment.contributions()).isEmpty();
    }

    private Assessment assessed(List<Input> documents, Set<Score> why) {
        Answer answer = assessor.assess(request(documents, new Asked(true, true, why, List.of())));
        return ((Answer.Assessed) answer).assessment();
    }

    private static AssessmentRequest request(List<Input> documents, Asked asked) {
        return new AssessmentRequest(documents, new TreeMap<>(), null, null, List.of(), null, "test", null, asked);
    }

    private static List<Input> documents(String name) {
        return Judged.below(Path.of("src/main/resources/examples")).stream()
                .filter(document -> document.name().startsWith(name))
                .toList();
    }

    private static String withoutDigest(String text) {
        return text.replace(Judged.RULES.digest(), "sha256:…");
    }
}
