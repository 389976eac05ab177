package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsPageTest {

    static final Path PAGE = Path.of("src/docs/metrics.md");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldListWhatARunningServiceTells() throws Exception {
        try (WatchedService service = WatchedService.start(directory)) {
            assertThat(service.assess(WatchedService.OVERCLAIMING, "page")).isEqualTo(200);
            System.gc(); // some metrics of the collector begin with the first collection
            Eventually.isTrue(() -> service.metrics().contains("jvm_gc_pause_seconds_count"), "a collection is told");
            Eventually.isTrue(() -> service.metrics().contains("project=\"ferry\""), "projects are told");

            MetricsPage page = new MetricsPage(service.metrics());

            assertThat(page.unexplained()).as("metrics without a help text").isEmpty();
            if (Boolean.getBoolean("metrics.write")) {
                Files.writeString(PAGE, page.text());
            }
            assertThat(Files.readString(PAGE))
                    .as(PAGE + " is out of date: run `mvn -q test -Dtest=MetricsPageTest -Dmetrics.write=true`")
                    .isEqualTo(page.text());
        }
    }

    @Test
    void shouldNameARequestInTheExemplarsOfEachStage() throws Exception {
        try (WatchedService service = WatchedService.start(directory)) {
            service.assess(WatchedService.OVERCLAIMING, "slow-one");

            Eventually.holds(() -> assertThat(service.openMetrics())
                    .containsPattern(
                            "mitigauge_assessment_duration_seconds_bucket\\{stage=\"parse\".* # \\{request_id=\"slow-one\"}")
                    .containsPattern(
                            "mitigauge_assessment_duration_seconds_bucket\\{stage=\"rules\".* # \\{request_id=\"slow-one\"}")
                    .containsPattern(
                            "mitigauge_assessment_duration_seconds_bucket\\{stage=\"render\".* # \\{request_id=\"slow-one\"}")
                    .containsPattern("mitigauge_verdict_duration_seconds_bucket.* # \\{request_id=\"slow-one\"}")
                    .containsPattern(
                            "http_server_request_duration_seconds_bucket\\{.*assessments\".* # \\{request_id=\"slow-one\"}")
                    .doesNotContainPattern("_(count|sum)(\\{.*})? \\S+ # \\{")
                    .endsWith("# EOF\n"));
        }
    }
}
