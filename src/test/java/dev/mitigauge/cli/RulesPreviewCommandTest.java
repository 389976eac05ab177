package dev.mitigauge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.Preview;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.report.TextOptions;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesPreviewCommandTest {

    private static final RuleSource SOURCE = new RuleSource(RulesSettings.DEFAULT);
    private static final RuleSet SHIPPED = accepted(SOURCE.loadBuiltIn());
    private static final String REGISTER =
            "# Deferred\n\n### R-1: No pager\n\n- **Severity:** High\n- **Assumes:** instances = 1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final FakeWorkshop workshop = new FakeWorkshop();

    @BeforeEach
    void changeAWeight() throws IOException {
        String weights = Files.readString(Path.of("rules/tables/severity-weights.csv"));
        compareWith(Map.of("tables/severity-weights.csv", weights.replace("HIGH,5", "HIGH,7")));
        Files.createDirectories(directory.resolve("portfolio/shop"));
        Files.writeString(directory.resolve("portfolio/shop/risks.md"), REGISTER);
        Files.writeString(directory.resolve("portfolio/todo.md"), "# Launch\n\n- [x] Login (#1)\n");
    }

    @Test
    void shouldTellWhatTheCandidateChanges() {
        Session session = run("--against", portfolio(), "--as-of", "2026-11-20");

        assertThat(session.out())
                .startsWith("flips 0 of 2 projects (production, as of 2026-11-20)\n1 more moves, 1 stays as it is\n")
                .contains("tables/severity-weights.csv: HIGH weight 5 → 7")
                .contains("what remains of risks: R-1 5 → 7");
        assertThat(session.err()).isEmpty();
        assertThat(session.exitCode()).isZero();
        assertThat(workshop.bases).containsExactly("null");
    }

    @Test
    void shouldAnswerInTheFormAskedFor() throws IOException {
        Session json = run("--against", portfolio(), "--format", "json");
        Session markdown = run("--against", portfolio(), "--format", "markdown");
        Session other = run("--against", portfolio(), "--format", "html");

        JsonNode report = new JsonMapper().readTree(json.out());
        assertThat(report.get("projects").intValue()).isEqualTo(2);
        assertThat(report.at("/changes/0/project").textValue()).isEqualTo("shop");
        assertThat(json.out()).endsWith("}\n");
        assertThat(markdown.out()).startsWith("## Rules preview: flips 0 of 2 projects\n");
        assertThat(other.exitCode()).isEqualTo(64);
        assertThat(other.err()).contains("unknown format `html`", "use one of text, json, markdown");
    }

    @Test
    void shouldJudgeADirectoryAsOneProjectIfAskedTo() {
        assertThat(run("--against", portfolio(), "--together").out()).startsWith("flips 0 of 1 project ");
    }

    @Test
    void shouldJudgeInTheContextThatIsGiven() {
        Session session = run("--against", portfolio(), "--profile", "pilot", "--deployment", "instances=3");

        assertThat(session.out()).contains("(pilot, as of ");
        assertThat(run("--against", portfolio(), "--profile", "pilots").err())
                .contains("unknown profile `pilots`", "use one of pilot, production, staging");
        assertThat(run("--against", portfolio(), "--as-of", "soon").exitCode()).isEqualTo(64);
    }

    @Test
    void shouldHandOverTheBase() {
        run("--against", portfolio(), "--base", "builtin", "--rules", "rules");

        assertThat(workshop.bases).containsExactly("builtin");
        assertThat(workshop.given()).containsEntry("paths.rules", new Choices.Given("--rules", "rules"));
    }

    @Test
    void shouldSayWhatIsNotThere() {
        assertThat(run("--against", "nowhere").exitCode()).isEqualTo(66);
        assertThat(run("--against", portfolio(), "--rules", "nowhere").exitCode())
                .isEqualTo(66);
        Session base = run("--against", portfolio(), "--base", "nowhere");
        assertThat(base.exitCode()).isEqualTo(66);
        assertThat(base.err()).startsWith("error: no such rules directory: `nowhere`");
        assertThat(run().exitCode()).isEqualTo(64);
    }

    @Test
    void shouldTellTheProblemsOfACandidateThatCanNotBeUsed() {
        workshop.invalid = List.of(new Fault("candidate/a.drl", 3, 5, "unknown field `x`", null, null));

        Session session = run("--against", portfolio());

        assertThat(session.exitCode()).isEqualTo(78);
        assertThat(session.err()).startsWith("candidate/a.drl:3:5: unknown field `x`");
        assertThat(session.out()).isEmpty();
    }

    @Test
    void shouldGoOnWhereADocumentCanNotBeReadAndSaySo() throws IOException {
        Files.write(directory.resolve("portfolio/bad.md"), new byte[] {1, 0, 2});

        Session session = run("--against", portfolio());
        Session alone = run("--against", portfolio() + "/bad.md");

        assertThat(session.exitCode()).isZero();
        assertThat(session.out()).contains("1 could not be compared", "bad.md under both: ");
        assertThat(alone.exitCode()).isEqualTo(65);
        assertThat(alone.out()).startsWith("flips 0 of 0 projects");
    }

    @Test
    void shouldGoOnWhereADocumentIsTooLarge() throws IOException {
        workshop.comparison = comparison(SHIPPED, new IngestSettings(200, 10, 100, 1_000));
        Files.writeString(directory.resolve("portfolio/large.md"), "x".repeat(201));

        Session session = run("--against", portfolio());

        assertThat(session.out()).contains("large.md: has more bytes than\n", "ingest.maxDocumentBytes, 200");
        assertThat(session.exitCode()).isZero();
    }

    @Test
    void shouldFailWhereARuleOfTheCandidateDoes() {
        compareWith(Map.of("mine.drl", """
                rule "cut" @id("TRY-001") @title("t")
                when
                  DeferredRisk($t : title)
                then
                  $t.substring(99);
                end
                """));

        Session session = run("--against", portfolio());

        assertThat(session.exitCode()).isEqualTo(78);
        assertThat(session.out())
                .startsWith("flips 0 of 1 project")
                .contains("shop under the candidate: rule `cut` failed");
    }

    @Test
    void shouldWriteToAFile() throws IOException {
        Path file = directory.resolve("report.md");

        Session session = run("--against", portfolio(), "--format", "markdown", "--output", file.toString());

        assertThat(Files.readString(file)).startsWith("## Rules preview");
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).isEqualTo("flips 0 of 2 projects; written to " + file + "\n");
    }

    @Test
    void shouldTellAWatchingPersonHowFarItIs() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal watched = new Terminal(
                new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err, TextOptions.PLAIN, true);
        Terminal alone = new Terminal(
                new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err, TextOptions.PLAIN);

        try (ProgressLine line = new ProgressLine(alone, 0)) {
            line.next("unseen", 0, 2);
        }
        assertThat(err.toString(UTF_8)).isEmpty();
        try (ProgressLine line = new ProgressLine(watched, 0)) {
            line.next("shop", 1, 2);
        }

        assertThat(err.toString(UTF_8)).startsWith("\r1 of 2  shop").endsWith(" \r");
    }

    private Session run(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "rules";
        words[1] = "preview";
        System.arraycopy(options, 0, words, 2, options.length);
        return Session.run(workshop, words);
    }

    private String portfolio() {
        return directory.resolve("portfolio").toString();
    }

    private void compareWith(Map<String, String> changes) {
        try {
            RuleSet candidate = accepted(SOURCE.load(RuleFiles.readBuiltIn().with(changes)));
            workshop.comparison = comparison(candidate, IngestSettings.DEFAULT);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Workshop.Comparison comparison(RuleSet candidate, IngestSettings limits) {
        Preview preview =
                new Preview(SHIPPED, candidate, SOURCE, limits, AssessmentSettings.DEFAULT, Clock.systemUTC());
        return new Workshop.Comparison(preview, SHIPPED.profiles(), limits);
    }

    private static RuleSet accepted(LoadedRules loaded) {
        assertThat(loaded).isInstanceOf(LoadedRules.Accepted.class);
        return ((LoadedRules.Accepted) loaded).rules();
    }
}
