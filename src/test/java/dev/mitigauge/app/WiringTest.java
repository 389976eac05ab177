package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.assessment.Replays;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Workshop;
import dev.mitigauge.rules.RuleSetDiff;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldFindTheSettingsFileBesideTheWorkingDirectory() throws IOException {
        settingsFile("config/mitigauge.yaml", 1);

        assertThat(port(new Choices(null, Map.of()), Map.of()))
                .isEqualTo(new Workshop.Setting("http.port", "1", directory.resolve("config/mitigauge.yaml") + ":2"));
    }

    @Test
    void shouldPreferTheFileOfTheEnvironmentAndAboveThatTheChosenOne() throws IOException {
        settingsFile("config/mitigauge.yaml", 1);
        settingsFile("environment.yaml", 2);
        settingsFile("chosen.yaml", 3);
        Map<String, String> environment = Map.of("MITIGAUGE_CONFIG", "environment.yaml");

        assertThat(port(new Choices(null, Map.of()), environment).value()).isEqualTo("2");
        assertThat(port(new Choices(Path.of("chosen.yaml"), Map.of()), environment)
                        .value())
                .isEqualTo("3");
    }

    @Test
    void shouldStartWithTheLastGoodRulesWhenThoseOnDiskAreBroken() throws Exception {
        Path rules = directory.resolve("rules");
        copy(Path.of("rules"), rules);
        Map<String, Choices.Given> data = Map.of("paths.data", new Choices.Given("--data", "data"));
        List<StartRules> started = new java.util.ArrayList<>();
        Wiring wiring = new Wiring(Map.of(), directory, (settings, start) -> {
            started.add(start);
            return new Outcome.Invalid<>(List.of());
        });
        wiring.serve(new Choices(null, data));
        new dev.mitigauge.rules.LastGoodRules(directory.resolve("data"))
                .keep(rules, started.get(0).rules().digest());
        Files.writeString(rules.resolve("claims.drl"), "rule broken");

        wiring.serve(new Choices(null, data));

        assertThat(started).hasSize(2);
        assertThat(started.get(0).stale()).isFalse();
        assertThat(started.get(1).stale()).isTrue();
        assertThat(started.get(1).rules().digest())
                .isEqualTo(started.get(0).rules().digest());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (java.util.stream.Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    @Test
    void shouldUseDefaultsWithoutAFile() {
        assertThat(port(new Choices(null, Map.of()), Map.of()))
                .isEqualTo(new Workshop.Setting("http.port", "8080", "default"));
    }

    @Test
    void shouldSayWhatIsWrongWithTheSettingsBeforeAnythingElse() throws IOException {
        Path file = Files.writeString(directory.resolve("m.yaml"), "http:\n  prot: 1\n");
        Choices choices = new Choices(file, Map.of());
        Wiring wiring = wiring(Map.of());

        for (Outcome<?> outcome : List.of(
                wiring.settings(choices),
                wiring.bench(choices, null),
                wiring.rules(choices),
                wiring.runCases(choices),
                wiring.preview(choices, null),
                wiring.serve(choices))) {
            assertThat(((Outcome.Invalid<?>) outcome).faults())
                    .extracting(Fault::message, Fault::remedy)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "unknown key `http.prot`", "did you mean `http.port`?"));
        }
    }

    @Test
    void shouldLookForRulesWhereTheSettingsSay() throws IOException {
        Wiring wiring = wiring(Map.of());
        assertThat(origin(wiring, Map.of())).isEqualTo("builtin");

        Files.createDirectory(directory.resolve("rules"));
        assertThat(origin(wiring, Map.of()))
                .isEqualTo(directory.resolve("rules").toString());
        assertThat(origin(wiring, Map.of("paths.rules", new Choices.Given("--rules", "builtin"))))
                .isEqualTo("builtin");
        assertThat(origin(wiring, Map.of("paths.rules", new Choices.Given("--rules", "mine"))))
                .isEqualTo(directory.resolve("mine").toString());
    }

    @Test
    void shouldPreviewAgainstWhatWouldBeJudgedByWithoutACandidate() throws IOException {
        copy(Path.of("rules"), directory.resolve("rules"));
        copy(Path.of("rules"), directory.resolve("candidate"));
        edit("rules", "HIGH,5", "HIGH,6");
        edit("candidate", "HIGH,5", "HIGH,7");

        assertThat(weights("candidate", null)).containsExactly("6 → 7");
        assertThat(weights("candidate", "builtin")).containsExactly("5 → 7");
        assertThat(weights("candidate", "candidate")).isEmpty();
        assertThat(weights("./rules", null)).as("edited in place").containsExactly("5 → 6");
        assertThat(weights(null, null)).as("edited in place").containsExactly("5 → 6");
    }

    @Test
    void shouldNotPreviewWhatCanNotBeUsed() throws IOException {
        copy(Path.of("rules"), directory.resolve("candidate"));
        edit("candidate", "HIGH,5", "HIGH,heavy");

        Outcome<Workshop.Comparison> candidate = wiring(Map.of()).preview(chosen("candidate"), "builtin");
        Outcome<Workshop.Comparison> base = wiring(Map.of()).preview(chosen("builtin"), "candidate");

        for (Outcome<Workshop.Comparison> outcome : List.of(candidate, base)) {
            assertThat(((Outcome.Invalid<Workshop.Comparison>) outcome).faults())
                    .extracting(Fault::place)
                    .containsExactly(directory.resolve("candidate") + "/tables/severity-weights.csv");
        }
    }

    @Test
    void shouldCompareRuleSetsThatAreNotSound() throws IOException {
        copy(Path.of("rules"), directory.resolve("candidate"));
        edit("candidate", "HIGH,5", "HIGH,heavy");

        assertThat(wiring(Map.of())
                        .diff(new Choices(null, Map.of()), "builtin", "candidate")
                        .orElseThrow()
                        .cells())
                .extracting(RuleSetDiff.CellChange::after)
                .containsExactly("heavy");
    }

    private List<String> weights(@Nullable String candidate, @Nullable String base) {
        return wiring(Map.of())
                .preview(chosen(candidate), base)
                .orElseThrow()
                .preview()
                .compare(Replays.of(List.of()), (project, done, total) -> true)
                .edits()
                .cells()
                .stream()
                .map(cell -> cell.before() + " → " + cell.after())
                .toList();
    }

    private static Choices chosen(@Nullable String rules) {
        return new Choices(null, rules == null ? Map.of() : Map.of("paths.rules", new Choices.Given("--rules", rules)));
    }

    private void edit(String rules, String from, String to) throws IOException {
        Path file = directory.resolve(rules).resolve("tables/severity-weights.csv");
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    @Test
    void shouldSayWhereTheServiceIsReached() {
        for (String[] each : new String[][] {
            {"0.0.0.0", "http://127.0.0.1:9000"}, {"::1", "http://[::1]:9000"}, {"10.1.2.3", "http://10.1.2.3:9000"}
        }) {
            Map<String, String> environment = Map.of("MITIGAUGE_HTTP_HOST", each[0], "MITIGAUGE_HTTP_PORT", "9000");

            assertThat(wiring(environment)
                            .reached(new Choices(null, Map.of()))
                            .orElseThrow()
                            .address())
                    .isEqualTo(URI.create(each[1]));
        }
    }

    private String origin(Wiring wiring, Map<String, Choices.Given> given) {
        return wiring.rules(new Choices(null, given)).orElseThrow().origin();
    }

    private Workshop.Setting port(Choices choices, Map<String, String> environment) {
        return wiring(environment).settings(choices).orElseThrow().stream()
                .filter(setting -> setting.key().equals("http.port"))
                .findFirst()
                .orElseThrow();
    }

    private Wiring wiring(Map<String, String> environment) {
        return new Wiring(environment, directory, WiringTest::noService);
    }

    private void settingsFile(String name, int port) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "http:\n  port: " + port + "\n");
    }

    private static Outcome<Workshop.Service> noService(Settings settings, Object rules) {
        throw new IllegalStateException("no service is to be started with " + settings.all());
    }
}
