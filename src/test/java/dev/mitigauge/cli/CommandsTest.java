package dev.mitigauge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.report.Golden;
import dev.mitigauge.report.Samples;
import dev.mitigauge.report.TextOptions;
import dev.mitigauge.rules.Blamed;
import dev.mitigauge.rules.Certificate;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.Problem;
import dev.mitigauge.rules.RuleTests;
import dev.mitigauge.rules.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

    private final FakeWorkshop workshop = new FakeWorkshop();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "assess",
                "explain",
                "serve",
                "demo",
                "rules",
                "rules check",
                "rules test",
                "rules list",
                "rules show",
                "rules preview",
                "rules diff",
                "rules certify",
                "rules history",
                "config",
                "config show",
                "config check",
                "config schema",
                "health",
                "backup",
                "audit",
                "audit list",
                "audit verify",
                "events",
                "events list",
                "events retry",
                "token",
                "token create",
                "token list",
                "token revoke"
            })
    void shouldHelpWithEveryCommand(String command) {
        String[] words = command.isEmpty() ? new String[0] : command.split(" ", -1);
        String[] asked = Arrays.copyOf(words, words.length + 1);
        asked[words.length] = "--help";

        Session session = Session.run(workshop, asked);

        assertThat(session.exitCode()).isZero();
        Golden.assertMatches(
                "cli/help" + (command.isEmpty() ? "" : "-" + command.replace(' ', '-')) + ".txt", session.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldNameExitCodesAndGiveExamplesThatCanBeParsed(CommandLine command) {
        CommandLine.Model.UsageMessageSpec usage = command.getCommandSpec().usageMessage();

        assertThat(usage.exitCodeList()).containsKey("0");
        assertThat(usage.footer()).isNotEmpty().allSatisfy(example -> {
            String withoutShell = example.trim().replaceFirst(" < .*", "");
            assertThat(withoutShell).startsWith(command.getCommandSpec().qualifiedName());
            String[] words = withoutShell.split(" ", -1);
            commandLine().parseArgs(Arrays.copyOfRange(words, 1, words.length));
        });
    }

    @Test
    void shouldPrintItsVersion() {
        assertThat(Session.run(workshop, "--version")).isEqualTo(new Session(0, "mitigauge 1.2.3\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asess", "rules chek", "", "rules", "config", "assess", "explain", "serve extra"})
    void shouldRefuseWhatIsNoCommandWithARemedy(String line) {
        Session session = Session.run(workshop, line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertThat(session.exitCode()).isEqualTo(64);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).startsWith("error: ").contains("\n  remedy: ");
    }

    @Test
    void shouldNotTakeADocumentForAListOfArguments() {
        Session session = Session.run(workshop, "assess", "@todo.md");

        assertThat(session.err()).startsWith("error: no such file or directory: `@todo.md`");
    }

    @Test
    void shouldWarnOfWhatIsWorthALook() {
        workshop.warnings = List.of(new Fault("my-rules/tables/a.csv", 3, 1, "line 2 says the same", null, null));

        Session session = Session.run(workshop, "rules", "check");

        assertThat(session.out()).startsWith("warning: my-rules/tables/a.csv:3:1: line 2 says the same\nrules ok: ");
        assertThat(session.exitCode()).isZero();
    }

    @Test
    void shouldSayThatTheRulesAreInOrder() {
        Session session = Session.run(workshop, "rules", "check");

        assertThat(session.out())
                .isEqualTo(
                        "rules ok: 2 rules in my-rules, profiles pilot, production, sha256:" + "0".repeat(64) + "\n");
        assertThat(session.exitCode()).isZero();
    }

    @Test
    void shouldPrintEveryProblemOfTheRulesWithItsPlace() {
        workshop.loaded = new LoadedRules.Rejected(List.of(
                new Problem(
                        "deferral.drl",
                        13,
                        17,
                        "unknown field `severty` of DeferredRisk",
                        "did you mean `severity`?",
                        "  DeferredRisk( severty == Severity.HIGH )"),
                new Problem("tables/thresholds.csv", 0, 0, "has no rows", null, null)));

        Session session = Session.run(workshop, "rules", "check");

        Golden.assertMatches("cli/rules-check.txt", session.out());
        assertThat(session.exitCode()).isEqualTo(78);
    }

    @Test
    void shouldRunTheCasesOfTheRules() {
        workshop.cases = new Workshop.CasesRun("my-rules", List.of(), report(List.of()));

        assertThat(Session.run(workshop, "rules", "test"))
                .isEqualTo(new Session(
                        0,
                        "rule        fires   quiet\nA-001           1       2\nA-101           3       -\n1 case, all pass\n",
                        ""));
    }

    @Test
    void shouldShowWhatACaseThatFailsWasGivenAndGot() {
        workshop.cases = new Workshop.CasesRun(
                "my-rules",
                List.of(new Fault("my-rules/a.cases.yaml", 9, 0, "a case needs `case`", null, null)),
                report(List.of("verdict must be READY, but is NOT_READY")));

        Session text = Session.run(workshop, "rules", "test");
        Session json = Session.run(workshop, "rules", "test", "--format", "json");

        assertThat(text.exitCode()).isEqualTo(78);
        assertThat(text.out()).endsWith("""
                my-rules/a.cases.yaml:4: case `a task` fails
                  verdict must be READY, but is NOT_READY
                  given:    { tasks: [{ id: T1 }] }
                  expected: {"verdict":"READY"}
                  got:      verdict: NOT_READY
                  fired:    A-001 2 times, A-101
                my-rules/a.cases.yaml:9: a case needs `case`
                1 case, 2 failed
                """);
        assertThat(json.exitCode()).isEqualTo(78);
        assertThat(json.out())
                .contains("\"rule\" : \"A-001\"", "\"firing\" : 1", "\"quiet\" : 2", "{ tasks: [{ id: T1 }] }");
    }

    private static RuleTests.Report report(List<String> failures) {
        RuleTests.CaseResult result = new RuleTests.CaseResult(
                "a.cases.yaml",
                4,
                "a task",
                failures,
                "{ tasks: [{ id: T1 }] }",
                "{\"verdict\":\"READY\"}",
                "verdict: NOT_READY",
                new TreeMap<>(Map.of("A-001", 2, "A-101", 1)));
        return new RuleTests.Report(
                List.of(),
                List.of(result),
                new TreeMap<>(Map.of(
                        "A-001", new RuleTests.Coverage("A-001", true, 1, 2),
                        "A-101", new RuleTests.Coverage("A-101", false, 3, 0))));
    }

    @Test
    void shouldSayWhatWasTriedForACertificate() {
        Session session = Session.run(workshop, "rules", "certify", "--runs", "20", "--seed", "7");

        assertThat(session)
                .isEqualTo(new Session(
                        0,
                        "holds: a holds\nholds: b holds\ncertificate ok: 20 generated inputs (seed 7) and 3 stored,"
                                + " 900 judgements, rules in my-rules, sha256:ab\n",
                        ""));
        assertThat(Session.run(workshop, "rules", "certify", "--runs", "0").exitCode())
                .isEqualTo(64);
    }

    @Test
    void shouldShowTheCounterExampleOfACertificate() {
        Violation violation = new Violation(
                "a holds",
                "finishing a task lowers readiness",
                "61.2",
                "58",
                "{ tasks: [{ id: T1 }] }",
                "T1 is done (proof STATED)",
                List.of(new Blamed("A-001", 0, 1), new Blamed("A-002", 1, 0)),
                "a.drl",
                12);
        workshop.certificate = (runs, seed) -> new Certificate(
                "sha256:ab", runs, seed, 0, 1, List.of("a holds"), List.of(violation), new TreeSet<>(List.of("A-003")));

        Session text = Session.run(workshop, "rules", "certify");
        Session json = Session.run(workshop, "rules", "certify", "--format", "json");

        assertThat(text.exitCode()).isEqualTo(78);
        assertThat(text.out()).isEqualTo("""
                my-rules/a.drl:12: finishing a task lowers readiness: 61.2 → 58
                  must hold: a holds
                  given: { tasks: [{ id: T1 }] }
                  then: T1 is done (proof STATED)
                  rules: A-001 fires, A-002 no longer fires
                  remedy: mend the first of these rules that is yours, or a table that it reads; the given facts can be put into a case file
                warning: no input made these rules fire: A-003
                  remedy: raise --runs, or look for conditions that can't be met together
                certificate refused: 1 counter-example in 2000 generated inputs (seed 1) and 0 stored, 1 judgement, rules in my-rules, sha256:ab
                """);
        assertThat(json.exitCode()).isEqualTo(78);
        assertThat(json.out())
                .contains(
                        "\"says\" : \"finishing a task lowers readiness\"",
                        "\"before\" : \"61.2\"",
                        "\"rule\" : \"A-001\"");
    }

    @Test
    void shouldCompareRuleSets() {
        Session session = Session.run(workshop, "rules", "diff", "builtin", "rules");

        assertThat(session).isEqualTo(new Session(0, "nothing: both are the same\nbuiltin → rules\n", ""));
        assertThat(Session.run(workshop, "rules", "diff", "builtin", "nowhere").exitCode())
                .isEqualTo(66);
        assertThat(Session.run(workshop, "rules", "diff", "builtin").exitCode()).isEqualTo(64);
    }

    @Test
    void shouldShowSettingsWithTheirOrigin() {
        assertThat(Session.run(workshop, "config", "show").out()).isEqualTo("""
                        paths:
                          data:            # default
                          rules: my-rules  # --rules
                        http:
                          port: 9000       # MITIGAUGE_HTTP_PORT
                        """);
    }

    @Test
    void shouldHandOverWhereRulesAndSettingsAre() {
        Session.run(workshop, "rules", "check", "--rules", "src", "--config", "pom.xml");

        assertThat(workshop.given()).containsEntry("paths.rules", new Choices.Given("--rules", "src"));
        assertThat(workshop.choices.get(0).config()).isEqualTo(Path.of("pom.xml"));
    }

    @Test
    void shouldTellTheVerdictEvenIfNobodyReadsTheAnswer() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        workshop.answering(Samples.notReady());

        int exitCode = commands(closed, err).run("assess", "README.md");

        assertThat(exitCode).isEqualTo(20);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void shouldSayThatTheAnswerCouldNotBeWritten() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = commands(full, err).run("assess", "README.md");

        assertThat(exitCode).isEqualTo(70);
        assertThat(err.toString(UTF_8))
                .startsWith("error: the answer can't be written: No space left on device\n  remedy: ");
    }

    static List<CommandLine> commands() {
        List<CommandLine> leaves = new ArrayList<>();
        collect(commandLine(), leaves);
        return leaves;
    }

    private static void collect(CommandLine command, List<CommandLine> leaves) {
        if (command.getCommand() instanceof CommandLine.HelpCommand) {
            return;
        }
        if (command.getSubcommands().isEmpty()) {
            leaves.add(command);
        }
        Stream.of(command).flatMap(c -> c.getSubcommands().values().stream()).forEach(c -> collect(c, leaves));
    }

    private static CommandLine commandLine() {
        return new Commands(
                        new FakeWorkshop(),
                        new Terminal(
                                new ByteArrayInputStream(new byte[0]),
                                new ByteArrayOutputStream(),
                                new ByteArrayOutputStream(),
                                TextOptions.PLAIN),
                        "1")
                .commandLine();
    }

    private Commands commands(OutputStream out, OutputStream err) {
        return new Commands(
                workshop, new Terminal(new ByteArrayInputStream(new byte[0]), out, err, TextOptions.PLAIN), "1");
    }
}
