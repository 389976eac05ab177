package dev.mitigauge.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.cli.Commands;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Terminal;
import dev.mitigauge.report.TextOptions;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that look at what a service keeps: the whole program, a real store. */
class StoredRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private String out = "";
    private String err = "";

    @BeforeEach
    void makeACandidate() throws IOException {
        Path candidate = directory.resolve("candidate");
        try (Stream<Path> paths = Files.walk(Path.of("rules"))) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(
                        path,
                        candidate.resolve(Path.of("rules").relativize(path).toString()));
            }
        }
        edit("tables/severity-weights.csv", "HIGH,5", "HIGH,7");
    }

    @Test
    void shouldPreviewOverTheNewestAssessmentOfEachProjectInTheContextOfThen() {
        KeptAssessments.keep(directory, "shop", "# Launch\n\n- [x] Login (#1)\n", Map.of());
        KeptAssessments.keep(directory, "shop", KeptAssessments.REGISTER, Map.of("deployment.instances", "3"));
        KeptAssessments.keep(directory, "bank", "# Launch\n\n- [x] Login (#1)\n", Map.of());

        int exitCode = run("rules", "preview", "--rules", candidate(), "--against", "stored", "--data", data());

        assertThat(exitCode).as(err).isZero();
        assertThat(out)
                .startsWith("flips 0 of 2 projects (staging, as of 2026-03-01)\n")
                .contains("1 more moves, 1 stays as it is", "what remains of risks: R-1 5 → 7");
    }

    @Test
    void shouldWalkThroughMoreProjectsThanAreHeldAtOnce() {
        for (int i = 0; i < 11; i++) {
            KeptAssessments.keep(directory, "p" + i, KeptAssessments.REGISTER, Map.of());
        }

        run("rules", "preview", "--rules", candidate(), "--against", "stored", "--data", data(), "--format", "json");

        assertThat(out).contains("\"projects\" : 11", "\"moved\" : 11", "\"project\" : \"p10\"");
    }

    @Test
    void shouldSayWhatIsMissingInAStore() throws IOException {
        String[] preview = {"rules", "preview", "--against", "stored", "--data", data()};

        assertThat(run(preview)).isEqualTo(78);
        assertThat(err).contains("mitigauge.db: there is no such store", "check --data");
        assertThat(Files.exists(directory.resolve(StoreLocation.FILE))).isFalse();
        assertThat(run("rules", "preview", "--against", "stored")).isEqualTo(78);
        assertThat(err).contains("nothing is kept", "with --data");
        activate("first", null);
        assertThat(run(preview)).isEqualTo(65);
        assertThat(err).contains("no project has a stored assessment");
        Files.writeString(
                directory.resolve(StoreLocation.FILE), "not a database at all, but long enough to be looked at");
        assertThat(run(preview)).isEqualTo(78);
        assertThat(err).contains("src/docs/store.md").doesNotContain("Exception");
    }

    @Test
    void shouldTakeNoContextForWhatHasOne() {
        String[] preview = {"rules", "preview", "--against", "stored", "--data", data()};

        for (String[] more : new String[][] {{"--profile", "pilot"}, {"--as-of", "2026-01-01"}, {"--together"}}) {
            String[] both = Stream.concat(Stream.of(preview), Stream.of(more)).toArray(String[]::new);
            assertThat(run(both)).isEqualTo(64);
            assertThat(err).contains(more[0] + " can't be combined with --against stored", "./stored");
        }
    }

    @Test
    void shouldTryACandidateOnWhatIsStored() {
        KeptAssessments.keep(directory, "shop", KeptAssessments.REGISTER, Map.of());
        KeptAssessments.keep(directory, "bank", "# Launch\n\n- [x] Login (#1)\n", Map.of());

        assertThat(run("rules", "certify", "--runs", "5", "--against", "stored", "--data", data()))
                .as(err)
                .isZero();
        assertThat(out).contains("5 generated inputs (seed 1) and 2 stored");
        assertThat(run("rules", "certify", "--against", "stores")).isEqualTo(64);
        assertThat(err).contains("--against must be `stored`, but is `stores`");
    }

    @Test
    void shouldTellTheHistoryAndCompareKeptSets() throws IOException {
        String first = activate("builtin", "as audited");
        String second = activate("candidate", null);

        assertThat(run("rules", "history", "--data", data())).as(err).isZero();
        assertThat(out)
                .isEqualTo("2 2026-11-20 12:00 UTC activated over HTTP by desk\n    " + second
                        + "\n1 2026-11-20 12:00 UTC activated over HTTP by desk\n    " + first + "\n    as audited\n");
        run("rules", "history", "--data", data(), "--limit", "1");
        assertThat(out).endsWith("older ones: --before 2\n").doesNotContain(first);
        run("rules", "history", "--data", data(), "--before", "2", "--format", "json");
        assertThat(out).contains("\"digest\":\"" + first + "\"", "\"note\":\"as audited\"", "\"next\":null");
        assertThat(run("rules", "history", "--data", data(), "--limit", "0")).isEqualTo(64);
        assertThat(run("rules", "diff", first, second, "--data", data())).isZero();
        assertThat(out).contains("tables/severity-weights.csv: HIGH weight 5 → 7");
        assertThat(run("rules", "diff", first, candidate(), "--data", data())).isZero();
        assertThat(run("rules", "diff", "sha256:0", second, "--data", data())).isEqualTo(78);
        assertThat(err).contains("no rule set `sha256:0` is kept", "`mitigauge rules history`");
    }

    @Test
    void shouldJudgeByTheStricterTablesOfAProject() throws IOException {
        Path document = Files.writeString(directory.resolve("deferred.md"), KeptAssessments.REGISTER);
        Path project = directory.resolve("project");
        Path tables = Files.createDirectories(project.resolve("tables"));
        Path weights = tables.resolve("severity-weights.csv");
        String[] assess = {
            "assess", document.toString(), "--overrides", project.toString(), "--fail-on", "none", "--format", "json"
        };

        Files.writeString(weights, "severity,weight\nHIGH,8\n");
        assertThat(run(assess)).as(err).isZero();
        assertThat(out)
                .contains("\"inherent\" : 8")
                .doesNotContain(RuleFiles.readBuiltIn().digest());
        Files.writeString(weights, "severity,weight\nHIGH,4\n");
        assertThat(run(assess)).isEqualTo(78);
        assertThat(err)
                .contains(
                        "project/tables/severity-weights.csv:2:6: `weight` must not be laxer than the organisation's 5");
        Files.delete(weights);
        Files.delete(tables);
        assertThat(run(assess)).isEqualTo(66);
    }

    /** The digest. */
    private String activate(String what, @Nullable String note) throws IOException {
        RuleFiles files =
                what.equals("candidate") ? RuleFiles.read(directory.resolve("candidate")) : RuleFiles.readBuiltIn();
        try (Store store = SqlStore.sqlite(directory.resolve(StoreLocation.FILE), StoreSettings.DEFAULT)) {
            return store.rules()
                    .activated(
                            new RuleSetFiles(files.digest(), files.bytes()),
                            new NewActivation(NOON, "desk", NewActivation.How.HTTP, note))
                    .orElseThrow()
                    .digest();
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = directory.resolve("candidate").resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    private String candidate() {
        return directory.resolve("candidate").toString();
    }

    private String data() {
        return directory.toString();
    }

    private int run(String... arguments) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), answer, said, TextOptions.PLAIN);
        Wiring wiring = new Wiring(Map.of(), directory, (settings, rules) -> new Outcome.Invalid<>(List.of()));
        int exitCode = new Commands(wiring, terminal, "test").run(arguments);
        out = answer.toString(UTF_8);
        err = said.toString(UTF_8);
        return exitCode;
    }
}
