package dev.mitigauge.metrics;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.Position;
import dev.mitigauge.findings.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToDoubleFunction;

/** The last word on each project. A sum over projects that have no room would mean nothing, so those are left out and counted. */
final class ProjectMetrics {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::at).thenComparing(Position::id);

    private final MeterRegistry registry;
    private final int most;
    private final Counter leftOut;
    private final ConcurrentMap<String, Latest> projects = new ConcurrentHashMap<>();

    /** The last assessment of a project that is kept. */
    private static final class Latest {
        private volatile AssessmentSummary assessment;

        private Latest(AssessmentSummary assessment) {
            this.assessment = assessment;
        }

        /** What was kept earlier may be told of later, by another thread or at a start. */
        private synchronized void kept(AssessmentSummary another) {
            boolean newer = ORDER.compare(another.position(), assessment.position()) > 0;
            assessment = newer ? another : assessment;
        }
    }

    ProjectMetrics(MeterRegistry registry, int most) {
        this.registry = registry;
        this.most = most;
        this.leftOut = Counter.builder("mitigauge.project.metrics.left.out")
                .description("Assessments of projects that have no gauges, because there is room for no more")
                .register(registry);
    }

    void kept(AssessmentSummary assessment) {
        Latest known = projects.get(assessment.project());
        if (known != null) {
            known.kept(assessment);
        } else {
            add(assessment);
        }
    }

    private synchronized void add(AssessmentSummary assessment) {
        Latest raced = projects.get(assessment.project());
        if (raced != null) {
            raced.kept(assessment);
        } else if (projects.size() < most) {
            Latest latest = new Latest(assessment);
            projects.put(assessment.project(), latest);
            register(assessment.project(), latest);
        } else {
            leftOut.increment();
        }
    }

    private void register(String project, Latest latest) {
        gauge("mitigauge.project.readiness.score", "Readiness, 0 to 100", latest, AssessmentSummary::readiness)
                .tag("project", project)
                .register(registry);
        gauge(
                        "mitigauge.project.mitigation.coverage.ratio",
                        "Mitigation coverage, 0 to 1; NaN without risks",
                        latest,
                        ProjectMetrics::coverage)
                .tag("project", project)
                .register(registry);
        gauge(
                        "mitigauge.project.deferred.risk.score",
                        "Deferred risk, 0 to 100",
                        latest,
                        AssessmentSummary::deferredRisk)
                .tag("project", project)
                .register(registry);
        for (Verdict verdict : Verdict.values()) {
            gauge(
                            "mitigauge.project.verdict",
                            "1 for the verdict of the last assessment, 0 for the others",
                            latest,
                            last -> last.verdict() == verdict ? 1 : 0)
                    .tags("project", project, "verdict", verdict.name())
                    .register(registry);
        }
    }

    private static Gauge.Builder<Latest> gauge(
            String name, String description, Latest latest, ToDoubleFunction<AssessmentSummary> value) {
        return Gauge.builder(name, latest, last -> value.applyAsDouble(last.assessment))
                .description(description)
                .strongReference(true);
    }

    private static double coverage(AssessmentSummary assessment) {
        Double ratio = assessment.coverage();
        return ratio == null ? Double.NaN : ratio;
    }
}
