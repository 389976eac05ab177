package dev.mitigauge.metrics;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.findings.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToDoubleFunction;

/** The last word on each project. A sum over projects that have no room would mean nothing, so those are left out and counted. */
final class ProjectMetrics {

    private final MeterRegistry registry;
    private final int most;
    private final Counter leftOut;
    private final ConcurrentMap<String, Latest> projects = new ConcurrentHashMap<>();

    /** The last assessment of a project. */
    private static final class Latest {
        private volatile Assessment assessment;

        private Latest(Assessment assessment) {
            this.assessment = assessment;
        }
    }

    ProjectMetrics(MeterRegistry registry, int most) {
        this.registry = registry;
        this.most = most;
        this.leftOut = Counter.builder("mitigauge.project.metrics.left.out")
                .description("Assessments of projects that have no gauges, because there is room for no more")
                .register(registry);
    }

    void assessed(Assessment assessment) {
        String project = assessment.project();
        if (project == null) {
            return;
        }
        Latest known = projects.get(project);
        if (known != null) {
            known.assessment = assessment;
        } else {
            add(project, assessment);
        }
    }

    private synchronized void add(String project, Assessment assessment) {
        Latest raced = projects.get(project);
        if (raced != null) {
            raced.assessment = assessment;
        } else if (projects.size() < most) {
            Latest latest = new Latest(assessment);
            projects.put(project, latest);
            register(project, latest);
        } else {
            leftOut.increment();
        }
    }

    private void register(String project, Latest latest) {
        gauge("mitigauge.project.readiness.score", "Readiness, 0 to 100", latest, last -> last.readiness()
                        .score())
                .tag("project", project)
                .register(registry);
        gauge(
                        "mitigauge.project.mitigation.coverage.ratio",
                        "Mitigation coverage, 0 to 1; NaN without risks",
                        latest,
                        ProjectMetrics::coverage)
                .tag("project", project)
                .register(registry);
        gauge("mitigauge.project.deferred.risk.score", "Deferred risk, 0 to 100", latest, last -> last.deferredRisk()
                        .score())
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
            String name, String description, Latest latest, ToDoubleFunction<Assessment> value) {
        return Gauge.builder(name, latest, last -> value.applyAsDouble(last.assessment))
                .description(description)
                .strongReference(true);
    }

    private static double coverage(Assessment assessment) {
        Double ratio = assessment.mitigationCoverage().ratio();
        return ratio == null ? Double.NaN : ratio;
    }
}
