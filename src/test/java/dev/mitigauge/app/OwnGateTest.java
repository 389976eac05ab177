package dev.mitigauge.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.cli.Commands;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Terminal;
import dev.mitigauge.facts.DocumentKind;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.report.JsonReport;
import dev.mitigauge.report.TextOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mitigauge by its own measure: its production checklist, deferred risks and threat model, judged under {@code production} by the rules that ship,
 * as of the day on which the checklist was last looked at. A build of a commit so says tomorrow what it says today; dates that have passed since are
 * told by {@code .ci/run}, which judges as of the day on which it runs.
 */
class OwnGateTest {

    private static final Path DOCS = Path.of("src", "docs");
    private static final Path CHECKLIST = DOCS.resolve("production-checklist.md");
    private static final Path RISKS = DOCS.resolve("deferred-risks.md");
    private static final Path THREATS = DOCS.resolve("threat-model.md");
    private static final Pattern UPDATED = Pattern.compile("\\*\\*Last updated:\\*\\* (\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern CITED =
            Pattern.compile("`((?:src|rules|config|\\.ci)/[\\w./-]+|README\\.md|Dockerfile)`");
    private static final Pattern RISK = Pattern.compile("MIT-\\d\\d");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldNotFailItsOwnGate() throws IOException {
        Assessment own = assess(CHECKLIST, RISKS, THREATS);

        assertThat(own.verdict())
                .as("the gate that Mitigauge sets itself: finish what is open, or say why it may wait")
                .isIn(Verdict.READY, Verdict.READY_WITH_CONDITIONS);
        assertThat(own.tasks().total()).isGreaterThan(20);
        assertThat(own.deferredRisk().risks()).hasSize(count("(?m)^## MIT-\\d\\d", RISKS));
        assertThat(own.documents()).allSatisfy(document -> assertThat(document.understood())
                .as(document.name())
                .isGreaterThan(document.kind() == DocumentKind.CHECKLIST ? 0.95 : 0.8));
    }

    @Test
    void shouldFailItsOwnGateWhenAMustIsOpenOrAGraveRiskHasNothingInPlace() throws IOException {
        Path reopened = changed(CHECKLIST, "- [x] `kill -9`", "- [ ] `kill -9`");
        Path grown = changed(RISKS, "## MIT-02:", "## MIT-99: Backups are lost\n\n- **Risk:** High\n\n## MIT-02:");

        assertThat(assess(reopened, RISKS, THREATS).verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(assess(CHECKLIST, grown, THREATS).verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void shouldCiteWhatIsThereAndNameRisksThatAreListed() throws IOException {
        String risks = Files.readString(RISKS);
        for (Path document : documents()) {
            String text = Files.readString(document);
            assertThat(matches(CITED, text, 1)).as(document.toString()).allSatisfy(path -> assertThat(Path.of(path))
                    .exists());
            assertThat(matches(RISK, text, 0)).as(document.toString()).allSatisfy(id -> assertThat(risks)
                    .contains("## " + id + ":"));
        }
    }

    /** What is handed to others to be filled in is no evidence before, and enough afterwards. */
    @Test
    void shouldLetTheDeploymentChecklistBecomeReady() throws IOException {
        Path form = DOCS.resolve("deployment-checklist.md");
        Path filled = Files.writeString(
                directory.resolve("filled.md"),
                Files.readString(form).replaceAll("(?m)^- \\[ \\] (.+)$", "- [x] $1 — see issue #17"));

        assertThat(assess(form).verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(assess(filled).verdict()).isEqualTo(Verdict.READY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"runbook.md", "backup-plan.md"})
    void shouldTakeAdviceForNoWorkToBeDone(String name) throws IOException {
        Assessment advice = assess(DOCS.resolve(name));

        assertThat(advice.tasks().total()).isZero();
        assertThat(advice.deferredRisk().risks()).isEmpty();
    }

    private static List<Path> documents() {
        return Stream.of(
                        "production-checklist",
                        "deferred-risks",
                        "threat-model",
                        "deployment-checklist",
                        "backup-plan",
                        "runbook")
                .map(name -> DOCS.resolve(name + ".md"))
                .toList();
    }

    private static int count(String pattern, Path document) throws IOException {
        return matches(Pattern.compile(pattern), Files.readString(document), 0).size();
    }

    private static List<String> matches(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(group))
                .toList();
    }

    private Path changed(Path document, String from, String to) throws IOException {
        String text = Files.readString(document);
        assertThat(text).contains(from);
        return Files.writeString(directory.resolve("changed-" + document.getFileName()), text.replace(from, to));
    }

    private static Assessment assess(Path... documents) throws IOException {
        Matcher updated = UPDATED.matcher(Files.readString(CHECKLIST));
        assertThat(updated.find())
                .as("the day on which the checklist was looked at")
                .isTrue();
        List<String> arguments = Stream.concat(
                        Stream.of("assess"), Arrays.stream(documents).map(Path::toString))
                .toList();
        String json = run(Stream.concat(
                        arguments.stream(),
                        Stream.of(
                                "--profile",
                                "production",
                                "--as-of",
                                updated.group(1),
                                "--format",
                                "json",
                                "--fail-on",
                                "none",
                                "--no-path",
                                "--no-worsens"))
                .toArray(String[]::new));
        return JsonReport.parse(json.getBytes(UTF_8));
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, err, TextOptions.PLAIN, false);
        Wiring wiring = new Wiring(Map.of(), Path.of(""), (settings, start) -> new Outcome.Invalid<>(List.of()));
        int exit = new Commands(wiring, terminal, "1.2.3").run(arguments);
        assertThat(exit).as(err.toString(UTF_8)).isZero();
        return out.toString(UTF_8);
    }
}
