package dev.mitigauge.metrics;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.findings.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The last word on each project. A sum over projects that have no room would mean nothing, so these are left out; they are among those
 * counted by verdict. Written at each scrape from what is known then, which costs less than meters that come and go.
 */
public final class ProjectMetrics implements MultiCollector {

    private static final String PREFIX = "mitigauge_project_";
    private static final double MILLIS = 1_000;

    /** What is known of a project, and the how many-th word of all that was. */
    private record Known(ProjectState state, long turn) {}

    /** One gauge of every project. */
    private record Shown(String name, String help, ToDoubleFunction<ProjectState> value) {}

    private static final List<Shown> SHOWN = List.of(
            new Shown("readiness_score", "Readiness, 0 to 100", ProjectState::readiness),
            new Shown(
                    "mitigation_coverage_ratio",
                    "Mitigation coverage, 0 to 1; NaN without risks",
                    state -> orNaN(state.coverage())),
            new Shown("deferred_risk_score", "Deferred risk, 0 to 100", ProjectState::deferredRisk),
            new Shown("deferred_risks", "Risks that are deferred and not resolved", state -> orNaN(state.risks())),
            new Shown("last_assessment_timestamp_seconds", "When it was last assessed", state -> seconds(state.at())),
            new Shown(
                    "review_due_timestamp_seconds",
                    "End of the earliest review date of its deferred risks (UTC); NaN without one",
                    state -> endOf(state.review())));

    private final int most;
    private final Counter leftOut;
    private final ConcurrentMap<String, Known> projects = new ConcurrentHashMap<>();
    private long turn;
    private volatile Map<String, LocalDate> waivers = Map.of();
    private volatile Map<Verdict, Integer> all = Map.of();

    ProjectMetrics(PrometheusMeterRegistry registry, int most) {
        this.most = most;
        this.leftOut = Counter.builder("mitigauge.project.metrics.left.out")
                .description("Assessments of projects that have no gauges, because there is room for no more")
                .register(registry);
        registry.getPrometheusRegistry().register(this);
    }

    /** The last word is that which came last, whatever the clock says. */
    synchronized void kept(Assessment assessment) {
        turn++;
        add(ProjectState.of(assessment));
    }

    /** How many words there were so far: to be asked before reading what {@link #replace} is told. */
    public synchronized long turn() {
        return turn;
    }

    /**
     * What is kept of projects; those that are not among them are shown no longer. What was assessed meanwhile stands.
     *
     * @param kept at most as many as there is room for
     * @param waiverEnds the next last day of a waiver, by project
     * @param verdicts how many projects there are of each verdict, those without room included
     * @param asOf the {@link #turn} when all this was so
     */
    public synchronized void replace(
            Collection<ProjectState> kept,
            Map<String, LocalDate> waiverEnds,
            Map<Verdict, Integer> verdicts,
            long asOf) {
        Set<String> names = kept.stream().map(ProjectState::project).collect(Collectors.toSet());
        projects.values()
                .removeIf(known ->
                        known.turn() <= asOf && !names.contains(known.state().project()));
        kept.stream().filter(state -> !saidSince(asOf, state.project())).forEach(this::add);
        waivers = Map.copyOf(waiverEnds);
        all = Map.copyOf(verdicts);
    }

    @Override
    public MetricSnapshots collect() {
        List<ProjectState> states = projects.values().stream()
                .map(Known::state)
                .sorted((a, b) -> a.project().compareTo(b.project()))
                .toList();
        MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
        for (Shown shown : SHOWN) {
            GaugeSnapshot.Builder gauge = gauge(PREFIX + shown.name(), shown.help());
            states.forEach(state -> point(gauge, shown.value().applyAsDouble(state), "project", state.project()));
            snapshots.metricSnapshot(gauge.build());
        }
        return snapshots
                .metricSnapshot(verdictOf(states))
                .metricSnapshot(waiverOf(states))
                .metricSnapshot(fleet())
                .build();
    }

    @Override
    public List<String> getPrometheusNames() {
        List<String> names = new ArrayList<>(
                SHOWN.stream().map(shown -> PREFIX + shown.name()).toList());
        names.addAll(List.of(PREFIX + "verdict", PREFIX + "waiver_ends_timestamp_seconds", "mitigauge_projects"));
        return names;
    }

    private boolean saidSince(long asOf, String project) {
        @Nullable Known known = projects.get(project);
        return known != null && known.turn() > asOf;
    }

    private void add(ProjectState state) {
        if (!projects.containsKey(state.project()) && projects.size() >= most) {
            leftOut.increment();
        } else {
            projects.put(state.project(), new Known(state, turn));
        }
    }

    private static GaugeSnapshot verdictOf(List<ProjectState> states) {
        GaugeSnapshot.Builder gauge =
                gauge(PREFIX + "verdict", "1 for the verdict of the last assessment, 0 for the others");
        for (ProjectState state : states) {
            for (Verdict verdict : Verdict.values()) {
                double value = state.verdict() == verdict ? 1 : 0;
                point(gauge, value, "project", state.project(), "verdict", verdict.name());
            }
        }
        return gauge.build();
    }

    private GaugeSnapshot waiverOf(List<ProjectState> states) {
        Map<String, LocalDate> ends = waivers;
        GaugeSnapshot.Builder gauge = gauge(
                PREFIX + "waiver_ends_timestamp_seconds",
                "End of the last day of the kept waiver that ends next (UTC); absent without one");
        for (ProjectState state : states) {
            @Nullable LocalDate last = ends.get(state.project());
            if (last != null) {
                point(gauge, endOf(last), "project", state.project());
            }
        }
        return gauge.build();
    }

    private GaugeSnapshot fleet() {
        GaugeSnapshot.Builder gauge = gauge(
                "mitigauge_projects",
                "Projects by the verdict of their last assessment, those without gauges included");
        Map<Verdict, Integer> counts = all;
        for (Verdict verdict : Verdict.values()) {
            point(gauge, counts.getOrDefault(verdict, 0), "verdict", verdict.name());
        }
        return gauge.build();
    }

    private static GaugeSnapshot.Builder gauge(String name, String help) {
        return GaugeSnapshot.builder().name(name).help(help);
    }

    private static void point(GaugeSnapshot.Builder gauge, double value, String... labels) {
        gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labels))
                .build());
    }

    private static double orNaN(@Nullable Number value) {
        return value == null ? Double.NaN : value.doubleValue();
    }

    private static double endOf(@Nullable LocalDate day) {
        return day == null
                ? Double.NaN
                : seconds(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / MILLIS;
    }
}
