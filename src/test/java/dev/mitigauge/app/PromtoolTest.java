package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus' own tool says of what ships for it. */
@Tag("prometheus")
class PromtoolTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each
    private String promtool;

    @BeforeEach
    void find() {
        promtool = Programs.needed("promtool", "prometheus").toString();
    }

    @Test
    void shouldFindNothingWrongWithTheConfiguration() throws Exception {
        Programs.Ran ran = Programs.run(nothing(), promtool, "check", "config", "config/prometheus/prometheus.yml");

        assertThat(ran.output()).contains("2 rule files found").doesNotContain("FAILED");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void shouldFindNothingWrongWithTheRules() throws Exception {
        Programs.Ran ran = Programs.run(
                nothing(),
                promtool,
                "check",
                "rules",
                "--lint-fatal",
                WatchFiles.RECORDING.toString(),
                WatchFiles.ALERTS.toString());

        assertThat(ran.exit()).as(ran.output()).isZero();
    }

    @Test
    void shouldFireAndStayQuietAsTheTestsOfTheAlertsSay() throws Exception {
        for (Path tests : WatchFiles.ALERT_TESTS) {
            Programs.Ran ran = Programs.run(nothing(), promtool, "test", "rules", tests.toString());

            assertThat(ran.exit()).as(ran.output()).isZero();
        }
    }

    @Test
    void shouldFindNothingWrongWithTheNamesAndHelpTextsOfMetrics() throws Exception {
        Path scraped = directory.resolve("metrics");
        try (WatchedService service = WatchedService.start(directory)) {
            service.assess(WatchedService.OVERCLAIMING, "lint");
            Files.writeString(scraped, service.metrics());
        }

        Programs.Ran ran = Programs.run(scraped, promtool, "check", "metrics");

        assertThat(ran.output()).isEmpty();
        assertThat(ran.exit()).isZero();
    }

    private Path nothing() throws Exception {
        return Files.writeString(directory.resolve("nothing"), "");
    }
}
