package dev.mitigauge.metrics;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.rules.RuleTimes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts assessments and what becomes of rule sets. */
final class AssessmentMetrics implements AssessmentListener {

    private static final String OTHER = "other";
    private static final int MOST_OUTCOMES = 200;
    private static final int MOST_REASONS = 50;
    private static final double NANOS = 1e9;

    /** Labels of an assessment. All are of fixed sets, the profile of the rule set's. */
    private record Outcome(String verdict, String profile, String source) {}

    private final DistributionDataPoint whole;
    private final Map<Stage, DistributionDataPoint> stages = new EnumMap<>(Stage.class);
    private final Bounded<Outcome, Counter> outcomes;
    private final Bounded<String, Counter> firings;
    private final Bounded<String, Counter> times;
    private final Bounded<String, Counter> rejections;
    private final int every;
    private final AtomicLong judgements = new AtomicLong();
    private final RuleTimes timed;
    private final ProjectMetrics projects;
    private final RuleSetMetrics ruleSets;
    private final ThreadLocal<Origin> serving = ThreadLocal.withInitial(() -> Origin.UNKNOWN);

    AssessmentMetrics(
            PrometheusMeterRegistry registry, MetricsSettings settings, ProjectMetrics projects, Clock clock) {
        this.projects = projects;
        whole = new Durations(
                        registry.getPrometheusRegistry(),
                        "mitigauge_verdict_duration",
                        "Time from the documents to the verdict: parse, rules, and what was asked for besides; without render")
                .of();
        Durations byStage = new Durations(
                registry.getPrometheusRegistry(),
                "mitigauge_assessment_duration",
                "Time of each stage of an assessment",
                "stage");
        for (Stage stage : Stage.values()) {
            stages.put(stage, byStage.of(stage.name().toLowerCase(Locale.ROOT)));
        }
        outcomes = new Bounded<>(
                MOST_OUTCOMES, new Outcome(OTHER, OTHER, OTHER), outcome -> Counter.builder("mitigauge.assessments")
                        .description("Assessments made")
                        .tags("verdict", outcome.verdict(), "profile", outcome.profile(), "source", outcome.source())
                        .register(registry));
        firings = new Bounded<>(settings.maxRules(), OTHER, rule -> Counter.builder("mitigauge.rule.firings")
                .description("How often a rule fired")
                .tag("rule", rule)
                .register(registry));
        times = new Bounded<>(settings.maxRules(), OTHER, rule -> Counter.builder("mitigauge.rule.time")
                .description(
                        "Time of a rule that fired: finding what matches and acting on it, with what was looked for in vain before; estimated from one judgement in metrics.ruleTimesEvery")
                .baseUnit("seconds")
                .tag("rule", rule)
                .register(registry));
        every = settings.ruleTimesEvery();
        timed = (rule, nanos) -> times.of(rule).increment(nanos * every / NANOS);
        rejections = new Bounded<>(MOST_REASONS, OTHER, reason -> Counter.builder("mitigauge.rejected")
                .description("Requests and documents turned away, and requests that failed")
                .tag("reason", reason)
                .register(registry));
        ruleSets = new RuleSetMetrics(registry, clock);
    }

    /** Begins to count these at 0: an increase from nothing to one is none to Prometheus. */
    void expectRejections(Collection<String> reasons) {
        reasons.forEach(rejections::of);
    }

    @Override
    public void timed(Stage stage, long nanos) {
        DistributionDataPoint point = stages.get(stage);
        if (point != null) {
            Durations.add(point, nanos, serving.get());
        }
    }

    @Override
    public void assessed(Assessment assessment, String origin, long nanos) {
        Durations.add(whole, nanos, serving.get());
        outcomes.of(new Outcome(assessment.verdict().name(), assessment.rules().profile(), origin))
                .increment();
    }

    @Override
    public void kept(Assessment assessment) {
        projects.kept(assessment);
    }

    @Override
    public void fired(String ruleId, int times) {
        firings.of(ruleId).increment(times);
    }

    /** For one judgement in so many, which then stands for the others: to take the time of each firing costs some of it. */
    @Override
    public RuleTimes ruleTimes() {
        return every == 0 || judgements.getAndIncrement() % every != 0 ? RuleTimes.NONE : timed;
    }

    @Override
    public void serving(@Nullable String requestId, @Nullable String traceId) {
        serving.set(requestId == null ? Origin.UNKNOWN : new Origin(requestId, traceId));
    }

    @Override
    public void rejected(String reason) {
        rejections.of(reason).increment();
    }

    @Override
    public void rulesActivated(String digest) {
        ruleSets.activated(digest);
    }

    @Override
    public void rulesRefused(int problems) {
        ruleSets.refused();
    }

    @Override
    public void rulesRestored() {
        ruleSets.restored();
    }
}
