package dev.mitigauge.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.RuleText;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleFailure;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import dev.mitigauge.rules.Table;
import dev.mitigauge.rules.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
    private static final RuleSource SOURCE = new RuleSource(RulesSettings.DEFAULT);
    private static final RuleSet SHIPPED = shipped();

    private static final String FINISHED = """
            # Launch

            ## Phase 1

            - [x] Restore tested: run 12 (#4)
            - [x] Key rotated: #5
            - [ ] Status page
            """;
    private static final String REGISTER =
            "# Deferred\n\n### R-1: No pager\n\n- **Severity:** High\n- **Reason:** no time\n- **Owner:** ops\n";

    @Test
    void shouldChangeNothingUnderTheSameRules() {
        PreviewReport report = preview(SHIPPED, asked("a", FINISHED), asked("b", REGISTER));

        assertThat(report.headline()).isEqualTo("flips 0 of 2 projects");
        assertThat(report.edits().none()).isTrue();
        assertThat(report.changes()).isEmpty();
        assertThat(report.rules()).isEmpty();
        assertThat(report.moved()).isZero();
        assertThat(report.profiles()).containsExactly("production");
        assertThat(report.days()).containsExactly(LocalDate.of(2026, 11, 20));
    }

    @Test
    void shouldTellFlipsFirstThenTheLargestMoves() throws IOException {
        RuleSet candidate = changed(
                "tables/thresholds.csv",
                "production,90,75,0.6,BLOCKER",
                "production,30,20,0.1,NOTE",
                "tables/severity-weights.csv",
                "HIGH,5",
                "HIGH,9");
        String two = REGISTER + REGISTER.replace("R-1", "R-2").replace("# Deferred", "");

        PreviewReport report = preview(
                candidate,
                asked("same", "# Launch\n\n- [x] Login (#1)\n"),
                asked("one", REGISTER),
                asked("flips", FINISHED),
                asked("two", two));

        assertThat(report.headline()).isEqualTo("flips 1 of 4 projects");
        assertThat(report.moved()).isEqualTo(2);
        assertThat(report.changes())
                .extracting(PreviewReport.ProjectChange::project)
                .containsExactly("flips", "two", "one");
        PreviewReport.ProjectChange flip = report.changes().get(0);
        assertThat(flip.before().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(flip.after().verdict()).isNotEqualTo(Verdict.NOT_READY);
        assertThat(flip.findings()).isNotEmpty();
        assertThat(report.rules()).isNotEmpty().allSatisfy(effect -> assertThat(effect.projects())
                .isEqualTo(1));
        assertThat(report.changes().get(2).risks()).containsExactly(new PreviewReport.RiskMove("R-1", 5.0, 9.0));
        assertThat(report.edits().cells()).hasSize(5);
    }

    @Test
    void shouldReadAnewWhereTheWordsDiffer() throws IOException {
        RuleSet candidate = accepted(RuleFiles.readBuiltIn()
                .with(Map.of("tables/status-words.csv", "word,state,language\ndone,DONE,en\nparked,DONE,en\n")));
        String table = "# Launch\n\n| Task | Status |\n|---|---|\n| Restore | parked |\n| Login | done |\n";

        PreviewReport report = preview(candidate, asked("a", table));

        assertThat(new PreviewSide(SHIPPED, IngestSettings.DEFAULT)
                        .readsAs(new PreviewSide(candidate, IngestSettings.DEFAULT)))
                .isFalse();
        assertThat(report.changes()).hasSize(1);
        PreviewReport.ProjectChange change = report.changes().get(0);
        assertThat(change.after().completion())
                .isGreaterThan(
                        change.before().completion() == null
                                ? 0
                                : change.before().completion());
    }

    @Test
    void shouldReadOnceWhereTheWordsAreTheSame() throws IOException {
        RuleSet candidate = changed("tables/severity-weights.csv", "HIGH,5", "HIGH,9");

        assertThat(new PreviewSide(SHIPPED, IngestSettings.DEFAULT)
                        .readsAs(new PreviewSide(candidate, IngestSettings.DEFAULT)))
                .isTrue();
    }

    @Test
    void shouldGoOnWhereTheCandidateFails() {
        PreviewReport report = preview(
                new Failing("bad.md", "rule `x` failed: it took longer than 10 ms"),
                asked("bad", REGISTER),
                asked("good", REGISTER));

        assertThat(report.projects()).isEqualTo(1);
        assertThat(report.failures())
                .containsExactly(new PreviewReport.Failure(
                        "bad", PreviewReport.Side.CANDIDATE, "rule `x` failed: it took longer than 10 ms"));
    }

    @Test
    void shouldTellWhatNeitherCouldJudgeOnce() {
        PreviewReport report = preview(
                SHIPPED,
                new Replay.Asked("binary", request("x\0y", null)),
                new Replay.Asked("profile", request(REGISTER, "nowhere")),
                new Replay.Lost("lost", "permission denied"));

        assertThat(report.headline()).isEqualTo("flips 0 of 0 projects");
        assertThat(report.failures())
                .extracting(PreviewReport.Failure::project, PreviewReport.Failure::side)
                .containsExactly(
                        tuple("binary", PreviewReport.Side.BOTH),
                        tuple("profile", PreviewReport.Side.BOTH),
                        tuple("lost", PreviewReport.Side.BOTH));
        assertThat(report.failures())
                .extracting(PreviewReport.Failure::message)
                .satisfiesExactly(
                        message -> assertThat(message).contains("NUL byte"),
                        message -> assertThat(message).startsWith("unknown profile `nowhere`: use one of"),
                        message -> assertThat(message).isEqualTo("permission denied"));
    }

    @Test
    void shouldNameTheSideThatDoesNotKnowAProfile() throws IOException {
        RuleSet candidate = changed("tables/thresholds.csv", "pilot,70,50,0.4,WARNING\n", "");

        PreviewReport report = preview(candidate, new Replay.Asked("a", request(REGISTER, "pilot")));

        assertThat(report.failures().get(0).side()).isEqualTo(PreviewReport.Side.CANDIDATE);
    }

    @Test
    void shouldJudgeByTheTablesOfAProjectUnderBothSets() throws IOException {
        RuleSet heavier = changed("tables/severity-weights.csv", "HIGH,5", "HIGH,7");

        PreviewReport report = preview(
                heavier,
                strict("above-both", "severity,weight\nHIGH,9\n"),
                strict("between", "severity,weight\nHIGH,6\n"),
                asked("none", REGISTER));

        assertThat(report.failures()).isEmpty();
        assertThat(report.changes())
                .extracting(
                        PreviewReport.ProjectChange::project,
                        change -> change.risks().get(0).toString())
                .containsExactlyInAnyOrder(
                        Tuple.tuple("between", new PreviewReport.RiskMove("R-1", 6.0, 7.0).toString()),
                        Tuple.tuple("none", new PreviewReport.RiskMove("R-1", 5.0, 7.0).toString()));
    }

    @Test
    void shouldNameTheProjectWhoseTablesHaveNoPlaceInTheCandidate() throws IOException {
        RuleSet candidate = changed("tables/floors.csv", "severity-weights,weight,HIGHER\n", "");

        PreviewReport report = preview(candidate, strict("shop", "severity,weight\nHIGH,9\n"), asked("a", REGISTER));

        assertThat(report.headline()).isEqualTo("flips 0 of 1 project");
        assertThat(report.failures())
                .containsExactly(new PreviewReport.Failure(
                        "shop", PreviewReport.Side.CANDIDATE, "tables/severity-weights.csv: a project can't set this"));
    }

    private static Replay strict(String project, String weights) {
        return new Replay.Asked(
                project,
                request(project + ".md", REGISTER, null)
                        .underTables(new TreeMap<>(Map.of("severity-weights", weights))));
    }

    @Test
    void shouldLeaveOutWhatThereIsNoTimeFor() {
        List<String> told = new ArrayList<>();

        PreviewReport report = new Preview(
                        SHIPPED, SHIPPED, SOURCE, IngestSettings.DEFAULT, AssessmentSettings.DEFAULT, CLOCK)
                .compare(
                        Replays.of(List.of(asked("a", REGISTER), asked("b", REGISTER), asked("c", REGISTER))),
                        (project, done, total) -> {
                            told.add(project + " " + done + "/" + total);
                            return done == 0;
                        });

        assertThat(told).containsExactly("a 0/3", "b 1/3");
        assertThat(report.projects()).isEqualTo(1);
        assertThat(report.failures())
                .containsExactly(new PreviewReport.Failure(
                        "b and 1 more", PreviewReport.Side.BOTH, "left out: there was no time left"));
    }

    private static PreviewReport preview(RuleSet candidate, Replay... replays) {
        return new Preview(SHIPPED, candidate, SOURCE, IngestSettings.DEFAULT, AssessmentSettings.DEFAULT, CLOCK)
                .compare(Replays.of(Arrays.asList(replays)), (project, done, total) -> true);
    }

    private static Replay asked(String project, String text) {
        return new Replay.Asked(project, request(project + ".md", text, null));
    }

    private static AssessmentRequest request(String text, @Nullable String profile) {
        return request("d.md", text, profile);
    }

    private static AssessmentRequest request(String name, String text, @Nullable String profile) {
        Input document = new Input(name, text.getBytes(StandardCharsets.UTF_8));
        return new AssessmentRequest(List.of(document), new TreeMap<>(), null, profile, List.of(), null, "test", null);
    }

    /** The shipped set with words replaced: file, what stands there, what is to stand there, and again. */
    private static RuleSet changed(String... edits) throws IOException {
        Map<String, String> changes = new TreeMap<>();
        for (int i = 0; i < edits.length; i += 3) {
            String text = Files.readString(Path.of("rules", edits[i]));
            assertThat(text).contains(edits[i + 1]);
            changes.put(edits[i], text.replace(edits[i + 1], edits[i + 2]));
        }
        return accepted(RuleFiles.readBuiltIn().with(changes));
    }

    private static RuleSet shipped() {
        return ((LoadedRules.Accepted) SOURCE.loadBuiltIn()).rules();
    }

    private static RuleSet accepted(RuleFiles files) {
        LoadedRules loaded = SOURCE.load(files);
        assertThat(loaded).isInstanceOf(LoadedRules.Accepted.class);
        return ((LoadedRules.Accepted) loaded).rules();
    }

    /** The shipped rules, but failing on one document. */
    private record Failing(String document, String message) implements RuleSet {

        @Override
        public String digest() {
            return "sha256:fail";
        }

        @Override
        public Set<String> profiles() {
            return SHIPPED.profiles();
        }

        @Override
        public List<RuleText> catalogue() {
            return SHIPPED.catalogue();
        }

        @Override
        public Table table(String name) {
            return SHIPPED.table(name);
        }

        @Override
        public Conclusions judge(Collection<? extends Fact> facts, String profile) {
            if (facts.stream()
                    .anyMatch(
                            fact -> fact instanceof Document read && read.name().equals(document))) {
                throw new RuleFailure(message);
            }
            return SHIPPED.judge(facts, profile);
        }

        @Override
        public Trace trace(Collection<? extends Fact> facts, String profile) {
            return SHIPPED.trace(facts, profile);
        }
    }
}
