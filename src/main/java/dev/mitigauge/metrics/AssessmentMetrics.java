package dev.mitigauge.metrics;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.kept.AssessmentSummary;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts assessments and what becomes of rule sets. */
final class AssessmentMetrics implements AssessmentListener {

    private static final String OTHER = "other";
    private static final int MOST_OUTCOMES = 200;
    private static final int MOST_REASONS = 50;

    /** Labels of an assessment. All are of fixed sets, the profile of the rule set's. */
    private record Outcome(String verdict, String profile, String source) {}

    private final Timer duration;
    private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
    private final Bounded<Outcome, Counter> outcomes;
    private final Bounded<String, Counter> firings;
    private final Bounded<String, Counter> rejections;
    private final ProjectMetrics projects;
    private final RuleSetMetrics ruleSets;

    AssessmentMetrics(MeterRegistry registry, MetricsSettings settings, Clock clock) {
        duration = stage(registry, "total");
        for (Stage stage : Stage.values()) {
            stages.put(stage, stage(registry, stage.name().toLowerCase(Locale.ROOT)));
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
        rejections = new Bounded<>(MOST_REASONS, OTHER, reason -> Counter.builder("mitigauge.rejected")
                .description("Requests and documents turned away")
                .tag("reason", reason)
                .register(registry));
        projects = new ProjectMetrics(registry, settings.maxProjects());
        ruleSets = new RuleSetMetrics(registry, clock);
    }

    /** One name for all stages; the stage `total` is the way from the documents to the verdict, without rendering. */
    private static Timer stage(MeterRegistry registry, String stage) {
        return Histogram.of("mitigauge.assessment.duration", "Time of an assessment by stage; total is parse and rules")
                .tag("stage", stage)
                .register(registry);
    }

    @Override
    public void timed(Stage stage, long nanos) {
        Timer timer = stages.get(stage);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void assessed(Assessment assessment, String origin, long nanos) {
        duration.record(nanos, TimeUnit.NANOSECONDS);
        outcomes.of(new Outcome(assessment.verdict().name(), assessment.rules().profile(), origin))
                .increment();
    }

    @Override
    public void kept(AssessmentSummary assessment) {
        projects.kept(assessment);
    }

    @Override
    public void fired(String ruleId, int times) {
        firings.of(ruleId).increment(times);
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
