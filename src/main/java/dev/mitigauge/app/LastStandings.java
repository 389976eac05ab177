package dev.mitigauge.app;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.ProjectStanding;
import dev.mitigauge.assessment.kept.Projects;
import dev.mitigauge.assessment.kept.Stored;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells where projects stood when the service started, so that what is shown of them outlives it. Tries until the store can be asked. */
final class LastStandings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LastStandings.class);

    private final Projects projects;
    private final Duration retry;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread telling = new Thread(task, "standings");
        telling.setDaemon(true);
        return telling;
    });

    /** @param retry how long to wait for a store that can't be asked */
    LastStandings(Projects projects, Duration retry) {
        this.projects = projects;
        this.retry = retry;
    }

    /** Tells of so many projects at most; does not wait for the store. */
    void tell(AssessmentListener listener, int most) {
        thread.execute(() -> tellAfter("", most, listener));
    }

    /** From one page to the next; a page that can't be had is asked for again. */
    private void tellAfter(String name, int most, AssessmentListener listener) {
        if (most == 0) {
            thread.shutdown();
            return;
        }
        try {
            Stored<Page<ProjectStanding>> page = projects.list(name, Math.min(most, Page.LARGEST));
            if (page instanceof Stored.Done<Page<ProjectStanding>> done) {
                told(done.value(), most, listener);
            } else {
                var unused =
                        thread.schedule(() -> tellAfter(name, most, listener), retry.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (RuntimeException e) {
            LOG.error("where projects stood can't be told", e);
        }
    }

    private void told(Page<ProjectStanding> page, int most, AssessmentListener listener) {
        List<ProjectStanding> items = page.items();
        for (ProjectStanding standing : items) {
            AssessmentSummary latest = standing.latest();
            if (latest != null) {
                listener.kept(latest);
            }
        }
        int left = page.more() ? most - items.size() : 0;
        String last =
                items.isEmpty() ? "" : items.get(items.size() - 1).project().name();
        tellAfter(last, left, listener);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
