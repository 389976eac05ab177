package dev.mitigauge.app;

import dev.mitigauge.rules.Problem;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the rules that a service starts with on what is stored, once it is ready: a start waits neither for the store nor for that. They judge
 * already, so what is found is told as an objection. What becomes active later was tried before.
 */
final class StartTrial implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartTrial.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final RuleSet start;
    private final RuleSource source;
    private final Supplier<RuleSet> active;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread trying = new Thread(task, "rules-stored");
        trying.setDaemon(true);
        return trying;
    });
    private volatile List<Problem> objections = List.of();

    /** @param active the set that judges now: what is said of another is of no account */
    StartTrial(RuleSet start, RuleSource source, Supplier<RuleSet> active) {
        this.start = start;
        this.source = source;
        this.active = active;
    }

    /** Tries once that says yes, and the store can be asked. */
    void start(BooleanSupplier ready) {
        var unused = thread.scheduleWithFixedDelay(
                () -> tryWhen(ready), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What stored assessments say against the set of that digest; nothing as long as it has not been tried. */
    List<Problem> objections(String digest) {
        return start.digest().equals(digest) ? objections : List.of();
    }

    private void tryWhen(BooleanSupplier ready) {
        try {
            if (!judges()) {
                thread.shutdown();
            } else if (ready.getAsBoolean()) {
                source.storedObjections(start, this::judges).ifPresent(this::end);
            }
        } catch (RuntimeException e) {
            LOG.error("the rules can't be tried on stored assessments", e);
            thread.shutdown();
        }
    }

    private void end(List<Problem> found) {
        thread.shutdown();
        objections = found;
        found.forEach(
                problem -> LOG.warn("the active rules have a stored assessment against them: {}", problem.headline()));
    }

    private boolean judges() {
        return !thread.isShutdown() && active.get().digest().equals(start.digest());
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
