package dev.mitigauge.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.StoreListener;
import dev.mitigauge.findings.MitigationCoverage;
import dev.mitigauge.findings.Readiness;
import dev.mitigauge.findings.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-06T00:00:00Z"), ZoneOffset.UTC);

    private final Metrics metrics = new Metrics(new MetricsSettings(2, 2, 2, 60), "1.2.3", CLOCK);
    private final AssessmentListener listener = metrics.assessments();

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void shouldCountAssessmentsByVerdictProfileAndSource() {
        listener.assessed(assessment(null, Verdict.READY, null), "http", 1_500_000);
        listener.assessed(assessment(null, Verdict.READY, null), "http", 2_000_000_000);
        listener.assessed(assessment(null, Verdict.NOT_READY, null), "cli", 1_000);

        Scraped scraped = scrape();
        assertThat(scraped.get("mitigauge_assessments_total{profile=\"production\",source=\"http\",verdict=\"READY\"}"))
                .isEqualTo(2);
        assertThat(scraped.get(
                        "mitigauge_assessments_total{profile=\"production\",source=\"cli\",verdict=\"NOT_READY\"}"))
                .isEqualTo(1);
        assertThat(scraped.get("mitigauge_verdict_duration_seconds_count")).isEqualTo(3);
        assertThat(scraped.get("mitigauge_verdict_duration_seconds_bucket{le=\"0.0025\"}"))
                .isEqualTo(2);
        assertThat(scraped.get("mitigauge_verdict_duration_seconds_bucket{le=\"+Inf\"}"))
                .isEqualTo(3);
        assertThat(scraped.get("mitigauge_verdict_duration_seconds_sum")).isBetween(2.0015, 2.0016);
    }

    @Test
    void shouldTimeEachStage() {
        listener.timed(AssessmentListener.Stage.PARSE, 300_000);
        listener.timed(AssessmentListener.Stage.RULES, 200_000);
        listener.timed(AssessmentListener.Stage.RENDER, 100_000);
        listener.timed(AssessmentListener.Stage.RENDER, 100_000);

        Scraped scraped = scrape();
        assertThat(scraped.get("mitigauge_assessment_duration_seconds_count{stage=\"parse\"}"))
                .isEqualTo(1);
        assertThat(scraped.get("mitigauge_assessment_duration_seconds_count{stage=\"rules\"}"))
                .isEqualTo(1);
        assertThat(scraped.get("mitigauge_assessment_duration_seconds_count{stage=\"render\"}"))
                .isEqualTo(2);
    }

    @Test
    void shouldCountFiringsOfNoMoreRulesThanTheSettingsAllow() {
        listener.fired("CLM-001", 3);
        listener.fired("CLM-001", 1);
        listener.fired("DEF-001", 1);
        listener.fired("DEF-002", 5);
        listener.fired("DEF-003", 2);

        Scraped scraped = scrape();
        assertThat(scraped.get("mitigauge_rule_firings_total{rule=\"CLM-001\"}"))
                .isEqualTo(4);
        assertThat(scraped.get("mitigauge_rule_firings_total{rule=\"DEF-001\"}"))
                .isEqualTo(1);
        assertThat(scraped.get("mitigauge_rule_firings_total{rule=\"other\"}")).isEqualTo(7);
        assertThat(scraped.count("mitigauge_rule_firings_total")).isEqualTo(3);
    }

    @Test
    void shouldCountRulesThatWereTakenBackAsRestoredAndNotAsActivated() {
        listener.rulesActivated("sha256:a");
        double activatedAt = scrape().get("mitigauge_rules_last_success_timestamp_seconds");
        listener.rulesRefused(1);
        listener.rulesRestored();

        Scraped restored = scrape();

        assertThat(restored.get("mitigauge_rules_stale")).isZero();
        assertThat(restored.get("mitigauge_rules_reloads_total{outcome=\"restored\"}"))
                .isEqualTo(1);
        assertThat(restored.get("mitigauge_rules_reloads_total{outcome=\"activated\"}"))
                .isZero();
        assertThat(restored.get("mitigauge_rules_last_success_timestamp_seconds"))
                .isEqualTo(activatedAt);
    }

    @Test
    void shouldShowTheActiveRuleSetAndWhetherItIsStale() {
        listener.rulesActivated("sha256:a");
        Scraped first = scrape();
        listener.rulesRefused(3);
        Scraped refused = scrape();
        listener.rulesActivated("sha256:b");
        Scraped second = scrape();

        assertThat(first.get("mitigauge_ruleset_info{digest=\"sha256:a\"}")).isEqualTo(1);
        assertThat(first.get("mitigauge_rules_last_success_timestamp_seconds")).isEqualTo(1_770_336_000);
        assertThat(first.get("mitigauge_rules_reloads_total{outcome=\"activated\"}"))
                .isZero();
        assertThat(refused.get("mitigauge_rules_stale")).isEqualTo(1);
        assertThat(refused.get("mitigauge_rules_reloads_total{outcome=\"refused\"}"))
                .isEqualTo(1);
        assertThat(second.get("mitigauge_rules_stale")).isZero();
        assertThat(second.get("mitigauge_ruleset_info{digest=\"sha256:b\"}")).isEqualTo(1);
        assertThat(second.has("mitigauge_ruleset_info{digest=\"sha256:a\"}")).isFalse();
        assertThat(second.get("mitigauge_rules_reloads_total{outcome=\"activated\"}"))
                .isEqualTo(1);
    }

    @Test
    void shouldShowTheLastWordOnEachProject() {
        listener.kept(kept("shop", 1, Verdict.NOT_READY, 0.25));
        listener.kept(kept("shop", 3, Verdict.NOT_READY, 0.5));
        listener.kept(kept("shop", 2, Verdict.READY, 0.75)); // the clock was set back
        listener.kept(kept("bank", 1, Verdict.READY, null));
        System.gc();

        Scraped scraped = scrape();
        assertThat(scraped.get("mitigauge_project_readiness_score{project=\"shop\"}"))
                .isEqualTo(91.5);
        assertThat(scraped.get("mitigauge_project_mitigation_coverage_ratio{project=\"shop\"}"))
                .isEqualTo(0.75);
        assertThat(scraped.get("mitigauge_project_mitigation_coverage_ratio{project=\"bank\"}"))
                .isNaN();
        assertThat(scraped.get("mitigauge_project_deferred_risk_score{project=\"shop\"}"))
                .isEqualTo(8.2);
        assertThat(scraped.get("mitigauge_project_verdict{project=\"shop\",verdict=\"READY\"}"))
                .isEqualTo(1);
        assertThat(scraped.get("mitigauge_project_verdict{project=\"shop\",verdict=\"NOT_READY\"}"))
                .isZero();
    }

    @Test
    void shouldLeaveOutProjectsBeyondTheBoundAndCountThem() {
        for (String project : List.of("a", "b", "c", "d", "c")) {
            listener.kept(kept(project, 1, Verdict.READY, null));
        }

        Scraped scraped = scrape();
        assertThat(scraped.count("mitigauge_project_readiness_score")).isEqualTo(2);
        assertThat(scraped.has("mitigauge_project_readiness_score{project=\"c\"}"))
                .isFalse();
        assertThat(scraped.get("mitigauge_project_metrics_left_out_total")).isEqualTo(3);
    }

    @Test
    void shouldCountRequestsByRouteAndThoseInFlight() {
        metrics.http().connected();
        metrics.http().connected();
        metrics.http().disconnected();
        metrics.http().began();
        metrics.http().began();
        metrics.http().ended("POST", "/api/v1/assessments", 200, 2_000_000, "r-1", null);

        Scraped scraped = scrape();
        assertThat(
                        scraped.get(
                                "http_server_request_duration_seconds_count{method=\"POST\",route=\"/api/v1/assessments\",status=\"200\"}"))
                .isEqualTo(1);
        assertThat(scraped.get("http_server_active_requests")).isEqualTo(1);
        assertThat(scraped.get("http_server_open_connections")).isEqualTo(1);
    }

    @Test
    void shouldTakeTheTimeOfRulesInOneJudgementOfSoManyAndCountItForAll() {
        listener.ruleTimes().took("DEF-001", 1_000_000_000);
        listener.ruleTimes().took("DEF-001", 1_000_000_000);
        listener.ruleTimes().took("DEF-001", 500_000_000);

        assertThat(scrape().get("mitigauge_rule_time_seconds_total{rule=\"DEF-001\"}"))
                .isEqualTo(3);
    }

    @Test
    void shouldCountOutagesOfTheStoreOnceAndErrorsEachTime() {
        StoreListener store = metrics.store();
        store.answered(StoreListener.Operation.READ, 2_000_000);
        store.unavailable(StoreListener.Operation.WRITE, Outage.Cause.FULL, 1);
        store.unavailable(StoreListener.Operation.WRITE, Outage.Cause.BUSY, 1);
        Scraped down = scrape();
        store.answered(StoreListener.Operation.READ, 1);
        Scraped back = scrape();

        assertThat(down.get("mitigauge_store_up")).isZero();
        assertThat(down.get("mitigauge_store_outages_total{cause=\"full\"}")).isEqualTo(1);
        assertThat(down.get("mitigauge_store_outages_total{cause=\"busy\"}")).isZero();
        assertThat(down.get("mitigauge_store_errors_total{cause=\"busy\"}")).isEqualTo(1);
        assertThat(down.get("mitigauge_store_duration_seconds_count{operation=\"write\"}"))
                .isEqualTo(2);
        assertThat(back.get("mitigauge_store_up")).isEqualTo(1);
    }

    @Test
    void shouldShowWhatIsKeptInPlaceOfWhatIsNot() {
        listener.kept(assessment("gone", Verdict.READY, null));
        ProjectState kept = ProjectState.of(assessment("shop", Verdict.NOT_READY, null));

        metrics.projects()
                .replace(
                        List.of(kept),
                        Map.of("shop", LocalDate.of(2026, 2, 6)),
                        Map.of(Verdict.NOT_READY, 7),
                        metrics.projects().turn());

        Scraped scraped = scrape();
        assertThat(scraped.has("mitigauge_project_readiness_score{project=\"gone\"}"))
                .isFalse();
        assertThat(scraped.get("mitigauge_project_readiness_score{project=\"shop\"}"))
                .isEqualTo(91.5);
        assertThat(scraped.get("mitigauge_project_waiver_ends_timestamp_seconds{project=\"shop\"}"))
                .isEqualTo(1_770_422_400);
        assertThat(scraped.get("mitigauge_project_review_due_timestamp_seconds{project=\"shop\"}"))
                .isNaN();
        assertThat(scraped.get("mitigauge_projects{verdict=\"NOT_READY\"}")).isEqualTo(7);
    }

    @Test
    void shouldLetWhatWasAssessedWhileItWasReadStand() {
        ProjectState read = ProjectState.of(assessment("shop", Verdict.NOT_READY, null));
        long asOf = metrics.projects().turn();
        listener.kept(assessment("shop", Verdict.READY, null));
        listener.kept(assessment("new", Verdict.READY, null));

        metrics.projects().replace(List.of(read), Map.of(), Map.of(), asOf);
        Scraped meanwhile = scrape();
        metrics.projects()
                .replace(List.of(read), Map.of(), Map.of(), metrics.projects().turn());
        Scraped later = scrape();

        assertThat(meanwhile.get("mitigauge_project_verdict{project=\"shop\",verdict=\"READY\"}"))
                .isEqualTo(1);
        assertThat(meanwhile.has("mitigauge_project_readiness_score{project=\"new\"}"))
                .isTrue();
        assertThat(later.get("mitigauge_project_verdict{project=\"shop\",verdict=\"NOT_READY\"}"))
                .isEqualTo(1);
        assertThat(later.has("mitigauge_project_readiness_score{project=\"new\"}"))
                .isFalse();
    }

    @Test
    void shouldNameTheRequestAndTheTraceInExemplarsOfBucketsAlone() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        metrics.http().ended("GET", "/metrics", 200, 2_000_000, "r-1", trace);

        assertThat(metrics.scrape(metrics.contentType("application/openmetrics-text")))
                .containsPattern(
                        "_bucket\\{.*le=\"0.0025\"} 1 # \\{request_id=\"r-1\",trace_id=\"" + trace + "\"} 0.002")
                .doesNotContainPattern("_count\\{.*} 1 # ");
    }

    @Test
    void shouldCountRejections() {
        listener.rejected("too_large");
        listener.rejected("too_large");

        assertThat(scrape().get("mitigauge_rejected_total{reason=\"too_large\"}"))
                .isEqualTo(2);
    }

    @Test
    void shouldShowThePoolAsLongAsItLives() {
        metrics.watchPool("assess", 4, 8, () -> 3, () -> 2, () -> 7L);
        System.gc();

        Scraped scraped = scrape();
        assertThat(scraped.get("mitigauge_pool_size{pool=\"assess\"}")).isEqualTo(4);
        assertThat(scraped.get("mitigauge_pool_active{pool=\"assess\"}")).isEqualTo(3);
        assertThat(scraped.get("mitigauge_pool_queued{pool=\"assess\"}")).isEqualTo(2);
        assertThat(scraped.get("mitigauge_pool_queue_capacity{pool=\"assess\"}"))
                .isEqualTo(8);
        assertThat(scraped.get("mitigauge_pool_rejected_total{pool=\"assess\"}"))
                .isEqualTo(7);
    }

    @Test
    void shouldShowTheProgramTheMachineAndTheProcess() {
        Scraped scraped = scrape();

        assertThat(scraped.get("mitigauge_build_info{version=\"1.2.3\"}")).isEqualTo(1);
        assertThat(scraped.count("jvm_memory_used_bytes")).isGreaterThan(3);
        assertThat(scraped.count("jvm_gc_")).isPositive();
        assertThat(scraped.get("jvm_threads_live_threads")).isPositive();
        assertThat(scraped.get("jvm_classes_loaded_classes")).isPositive();
        assertThat(scraped.has("process_cpu_usage")).isTrue();
        assertThat(scraped.get("process_uptime_seconds")).isPositive();
        assertThat(scraped.get("process_files_open_files")).isPositive();
        if (Files.isReadable(Path.of("/proc/self/status"))) {
            assertThat(scraped.get("process_resident_memory_bytes")).isGreaterThan(10_000_000);
        }
    }

    @Test
    void shouldSpeakOpenMetricsToThoseWhoAskForIt() {
        String asked =
                metrics.contentType("application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.2,*/*;q=0.1");
        String plain = metrics.contentType("*/*");

        assertThat(asked).startsWith("application/openmetrics-text");
        assertThat(metrics.scrape(asked)).endsWith("# EOF\n");
        assertThat(plain).startsWith("text/plain; version=0.0.4");
        assertThat(metrics.scrape(plain)).doesNotContain("# EOF");
    }

    private Scraped scrape() {
        return new Scraped(metrics.scrape(metrics.contentType("")));
    }

    private static Assessment kept(String project, int second, Verdict verdict, @Nullable Double coverage) {
        return assessment(project, Instant.ofEpochSecond(second), verdict, coverage);
    }

    private static Assessment assessment(@Nullable String project, Verdict verdict, @Nullable Double coverage) {
        return assessment(project, Instant.EPOCH, verdict, coverage);
    }

    private static Assessment assessment(
            @Nullable String project, Instant at, Verdict verdict, @Nullable Double coverage) {
        return new Assessment(
                "id",
                project,
                at,
                LocalDate.EPOCH,
                verdict,
                "because",
                new Readiness(91.5, 100, null, 1.0),
                new MitigationCoverage(coverage, 0, 0),
                new Assessment.DeferredRisks(8.2, 2.5, 0, 0, List.of()),
                new Assessment.Tasks(0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                1,
                List.of(),
                new Assessment.RulesUsed("sha256:a", "production"));
    }
}
