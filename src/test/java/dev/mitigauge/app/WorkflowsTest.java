package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a workflow may use and do; whether GitHub understands it is checked in CI. */
class WorkflowsTest {

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            return files.sorted().toList();
        }
    }

    /** A tag may be moved to other code by whoever takes over its repository; a commit may not. */
    @ParameterizedTest
    @MethodSource("workflows")
    void shouldPinEveryActionToACommitAndNameItsVersion(Path workflow) throws IOException {
        List<String> uses = Files.readAllLines(workflow).stream()
                .filter(line -> line.contains("uses:"))
                .map(String::strip)
                .toList();

        assertThat(uses).isNotEmpty().allSatisfy(line -> assertThat(line)
                .matches("(- )?uses: [\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void shouldGiveEachJobWhatItNeedsAndNoMore(Path workflow) throws IOException {
        JsonNode content = Manifests.read(workflow).get(0);

        assertThat(content.get("permissions").isEmpty()).isTrue();
        assertThat(content.get("jobs")).isNotEmpty().allSatisfy(job -> {
            assertThat(job.get("permissions").get("contents").textValue()).isIn("read", "write");
            assertThat(job.get("timeout-minutes").isInt()).isTrue();
        });
    }

    /** What a script is given by others must come as a variable: put into its text, it would be run. */
    @ParameterizedTest
    @MethodSource("workflows")
    void shouldPutNoExpressionIntoAScript(Path workflow) throws IOException {
        assertThat(Manifests.read(workflow).get(0).findValuesAsText("run")).noneMatch(script -> script.contains("${{"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void shouldLeaveNoTokenInACheckout(Path workflow) throws IOException {
        List<JsonNode> checkouts = Manifests.read(workflow).get(0).findValues("steps").stream()
                .flatMap(Manifests::stream)
                .filter(step -> step.path("uses").asText().startsWith("actions/checkout@"))
                .toList();

        assertThat(checkouts).isNotEmpty().allSatisfy(step -> assertThat(
                        step.at("/with/persist-credentials").isBoolean()
                                && !step.at("/with/persist-credentials").booleanValue())
                .isTrue());
    }
}
