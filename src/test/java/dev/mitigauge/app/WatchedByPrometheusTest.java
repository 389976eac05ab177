package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service under load, scraped by a real Prometheus with the shipped configuration. */
@Tag("prometheus")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchedByPrometheusTest {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedByPrometheusTest.class);
    private static final int ASSESSED = 100;
    private static final int LOST = 3;

    @SuppressWarnings("NullAway.Init") // before all
    private WatchedService service;

    @SuppressWarnings("NullAway.Init") // before all
    private RealPrometheus prometheus;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        Path program = Programs.needed("prometheus", "prometheus");
        service = WatchedService.start(directory);
        prometheus = RealPrometheus.start(program, service.authority(), directory);
        for (int i = 0; i < ASSESSED; i++) {
            assertThat(service.assess(WatchedService.OVERCLAIMING, "load-" + i)).isEqualTo(200);
        }
        for (int i = 0; i < LOST; i++) {
            assertThat(service.get("/lost/" + i).statusCode()).isEqualTo(404);
        }
    }

    @AfterAll
    @SuppressWarnings("NullAway") // whatever was started, if anything was
    void stop() throws Exception {
        if (prometheus != null) {
            prometheus.close();
        }
        if (service != null) {
            service.close();
        }
    }

    @Test
    void shouldCountWhatWasAskedFor() throws Exception {
        assertEventually("sum(http_server_request_duration_seconds_count{route=\"unmatched\",status=\"404\"})", LOST);
        assertEventually("sum(mitigauge_rejected_total{reason=\"not_found\"})", LOST);
        assertEventually("count(http_server_request_duration_seconds_count{route=~\".*lost.*\"}) or vector(0)", 0);
        assertEventually("count(up{job=\"mitigauge\"} == 1)", 1);
    }

    @Test
    void shouldCountEachAssessmentOnceInEveryStage() throws Exception {
        Eventually.holds(() -> {
            double made = prometheus.value("sum(mitigauge_assessments_total{source=\"http\",verdict=\"NOT_READY\"})");
            assertThat(made).isGreaterThanOrEqualTo(ASSESSED);
        });
        String made = "sum(mitigauge_assessments_total)";
        for (String stage : List.of("parse", "rules", "render")) {
            assertEventually(made + " - sum(mitigauge_assessment_duration_seconds_count{stage=\"" + stage + "\"})", 0);
        }
        assertEventually(made + " - sum(mitigauge_verdict_duration_seconds_count)", 0);
        assertEventually(
                made
                        + " - sum(http_server_request_duration_seconds_count{route=\"/api/v1/assessments\",status=\"200\"})",
                0);
        assertEventually("sum(mitigauge_verdict_duration_seconds_bucket{le=\"+Inf\"}) - " + made, 0);
        assertEventually(
                "count(mitigauge_rule_firings_total unless on (rule) mitigauge_rule_time_seconds_total)"
                        + " or vector(0)",
                0);
    }

    @Test
    void shouldShowWhatIsKeptOfProjects() throws Exception {
        assertEventually("mitigauge_projects{verdict=\"NOT_READY\"}", 1);
        assertEventually("mitigauge:project_verdict:latest{project=\"ferry\",verdict=\"NOT_READY\"}", 1);
        assertEventually("mitigauge:project_verdict_rank:latest{project=\"ferry\"}", 0);
        assertEventually("mitigauge:project_verdict:latest{project=\"depot\",verdict=\"NOT_READY\"}", 0);
    }

    @Test
    void shouldEvaluateEveryRuleAndRaiseTheAlertsThatAreDue() throws Exception {
        Eventually.holds(() -> {
            for (JsonNode group : prometheus.data("/api/v1/rules").get("groups")) {
                for (JsonNode rule : group.get("rules")) {
                    assertThat(rule.get("health").asText())
                            .as(rule.get("name").asText() + " " + rule.path("lastError"))
                            .isEqualTo("ok");
                }
            }
        });
        assertEventually("ALERTS{alertname=\"MitigaugeWaiverExpires\",project=\"ferry\",alertstate=\"firing\"}", 1);
        assertEventually("ALERTS{alertname=\"MitigaugeReviewDatePassed\",project=\"ferry\",alertstate=\"firing\"}", 1);
        assertEventually("ALERTS{alertname=\"MitigaugeProjectNotReady\",project=\"ferry\"}", 1);
        assertEventually(
                "count(ALERTS{alertname=~\"MitigaugeDown|MitigaugeStoreDown|MitigaugeRulesStale\"}) or vector(0)", 0);
    }

    @Test
    void shouldKeepExemplarsThatNameARequest() throws Exception {
        String path = "/api/v1/query_exemplars?query=http_server_request_duration_seconds_bucket&start=%d&end=%d";
        Eventually.holds(() -> {
            long now = System.currentTimeMillis() / 1000;
            assertThat(prometheus.data(path.formatted(now - 3_600, now + 60)).toString())
                    .contains("\"request_id\":\"load-");
        });
    }

    @Test
    void shouldGetDataForEveryQueryOfTheDashboards() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread load = new Thread(() -> keepAssessing(done), "load");
        load.start();
        try {
            for (Map.Entry<String, List<String>> panel : WatchFiles.queries().entrySet()) {
                for (String query : panel.getValue()) {
                    String asked = asked(query);
                    Eventually.isTrue(() -> !prometheus.query(asked).isEmpty(), panel.getKey() + ": " + asked);
                    LOG.info(
                            "{}: {} series",
                            panel.getKey(),
                            prometheus.query(asked).size());
                }
            }
        } finally {
            done.set(true);
            load.join();
        }
    }

    private void keepAssessing(AtomicBoolean done) {
        System.gc(); // so that there is a collection to be told of
        try {
            while (!done.get()) {
                service.assess(WatchedService.OVERCLAIMING, "more");
            }
        } catch (Exception e) {
            throw new IllegalStateException("the load broke off", e);
        }
    }

    /** As Grafana would ask: with its variables filled in. */
    private static String asked(String query) {
        return query.replace("$__rate_interval", "30s")
                .replace("$instance", ".*")
                .replace("$project", "ferry");
    }

    private void assertEventually(String query, double value) throws Exception {
        Eventually.holds(() -> assertThat(prometheus.value(query)).as(query).isEqualTo(value));
    }
}
