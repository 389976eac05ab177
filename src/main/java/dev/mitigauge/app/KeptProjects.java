package dev.mitigauge.app;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.KeptAssessment;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.ProjectStanding;
import dev.mitigauge.assessment.kept.ProjectWaiver;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.metrics.ProjectMetrics;
import dev.mitigauge.metrics.ProjectState;
import dev.mitigauge.report.JsonReport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows in the metrics what the store knows of projects: after a restart, of what another replica has assessed, and of waivers, which change
 * without an assessment. What can't be read now is read the next time; until then the last word stands.
 */
final class KeptProjects implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptProjects.class);

    /** How far ahead waivers are looked for. */
    private static final int DAYS = 3_660;

    private final Store store;
    private final ProjectMetrics metrics;
    private final int most;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread reading = new Thread(task, "kept-projects");
        reading.setDaemon(true);
        return reading;
    });

    /** What was read of each project, by the id of its assessment: only what is new has to be read whole. */
    private Map<String, ProjectState> read = Map.of();

    private KeptProjects(Store store, ProjectMetrics metrics, int most, Clock clock) {
        this.store = store;
        this.metrics = metrics;
        this.most = most;
        this.clock = clock;
    }

    /**
     * Begins at once, beside whoever starts it.
     *
     * @param most most projects that are shown, the first by name
     */
    static KeptProjects start(Store store, ProjectMetrics metrics, int most, Clock clock, Duration period) {
        KeptProjects projects = new KeptProjects(store, metrics, most, clock);
        var unused =
                projects.thread.scheduleWithFixedDelay(projects::refresh, 0, period.toMillis(), TimeUnit.MILLISECONDS);
        return projects;
    }

    private void refresh() {
        try {
            long asOf = metrics.turn();
            Stored<Integer> done = standings()
                    .then(latest -> states(latest).then(states -> waivers().map(waivers -> {
                        metrics.replace(states, waivers, verdicts(latest), asOf);
                        return states.size();
                    })));
            LOG.trace("kept projects: {}", done);
        } catch (RuntimeException e) {
            // A task that throws is never run again.
            LOG.error("the metrics of projects can't be brought up to date", e);
        }
    }

    private Stored<List<AssessmentSummary>> standings() {
        List<AssessmentSummary> latest = new ArrayList<>();
        @Nullable String after = null;
        while (true) {
            Stored<Page<ProjectStanding>> page = store.projects().list(null, after, Page.LARGEST);
            if (page instanceof Stored.Unavailable<Page<ProjectStanding>> away) {
                return new Stored.Unavailable<>(away.outage());
            }
            Page<ProjectStanding> projects = page.orElseThrow();
            for (ProjectStanding standing : projects.items()) {
                after = standing.project().name();
                if (standing.latest() != null) {
                    latest.add(standing.latest());
                }
            }
            if (!projects.more()) {
                return new Stored.Done<>(latest);
            }
        }
    }

    /** Of the projects for which there is room. */
    private Stored<List<ProjectState>> states(List<AssessmentSummary> latest) {
        Map<String, ProjectState> now = new HashMap<>();
        for (AssessmentSummary summary : latest.subList(0, Math.min(most, latest.size()))) {
            @Nullable ProjectState known = read.get(summary.id());
            Stored<ProjectState> state = known == null ? state(summary) : new Stored.Done<>(known);
            if (state instanceof Stored.Unavailable<ProjectState> away) {
                return new Stored.Unavailable<>(away.outage());
            }
            now.put(summary.id(), state.orElseThrow());
        }
        read = now;
        return new Stored.Done<>(List.copyOf(now.values()));
    }

    private Stored<ProjectState> state(AssessmentSummary summary) {
        return store.history().find(summary.id()).map(found -> found.map(kept -> state(summary, kept))
                .orElseGet(() -> ProjectState.of(summary)));
    }

    /** An answer that another version wrote may not be readable any more; what is kept in short always is. */
    private static ProjectState state(AssessmentSummary summary, KeptAssessment kept) {
        try {
            return ProjectState.of(JsonReport.parse(kept.answer()));
        } catch (IOException | RuntimeException e) {
            LOG.debug("assessment {} can't be read whole", summary.id(), e);
            return ProjectState.of(summary);
        }
    }

    /** The next last day of a waiver, by project. */
    private Stored<Map<String, LocalDate>> waivers() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return store.waivers().expiring(today, today.plusDays(DAYS)).map(soonestFirst -> {
            Map<String, LocalDate> ends = new HashMap<>();
            for (ProjectWaiver waiver : soonestFirst) {
                ends.putIfAbsent(waiver.project(), waiver.terms().waiver().expires());
            }
            return ends;
        });
    }

    private static Map<Verdict, Integer> verdicts(List<AssessmentSummary> latest) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        latest.forEach(summary -> counts.merge(summary.verdict(), 1, Integer::sum));
        return counts;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
