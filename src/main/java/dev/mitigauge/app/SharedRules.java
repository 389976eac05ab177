package dev.mitigauge.app;

import dev.mitigauge.assessment.RuleSwitch;
import dev.mitigauge.assessment.kept.Activation;
import dev.mitigauge.assessment.kept.NewActivation.How;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.RuleHistory;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.Problem;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.rules.RuleSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up the rules that somebody made active over HTTP on another replica of the same store, through the same stages as there. What a rules
 * directory made active there is left alone: each replica has a directory of its own, and follows that.
 */
final class SharedRules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedRules.class);

    private final RuleHistory history;
    private final RuleSource source;
    private final RuleSwitch rules;
    private final Consumer<List<Problem>> refused;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread looking = new Thread(task, "rules-shared");
        looking.setDaemon(true);
        return looking;
    });

    /** Number of the newest activation that was dealt with; null as long as the history could not be asked. */
    private @Nullable Long seen;

    /**
     * Does not look yet.
     *
     * @param source loads what it takes up, and asks of it what is asked of sets that are sent over HTTP
     * @param refused told of a set that can't be used here
     * @param seen as {@link #newest} said before the rules to start with were chosen
     */
    SharedRules(
            RuleHistory history,
            RuleSource source,
            RuleSwitch rules,
            Consumer<List<Problem>> refused,
            @Nullable Long seen) {
        this.history = history;
        this.source = source;
        this.rules = rules;
        this.refused = refused;
        this.seen = seen;
    }

    /** Number of the newest activation, 0 if there is none, null if the history can't be asked now. */
    static @Nullable Long newest(RuleHistory history) {
        Stored<Optional<Activation>> last = last(history);
        return last instanceof Stored.Done<Optional<Activation>> done
                ? done.value().map(Activation::number).orElse(0L)
                : null;
    }

    /** Looks from now on. */
    void start(Duration period) {
        var unused = thread.scheduleWithFixedDelay(
                this::tryToLook, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void tryToLook() {
        try {
            look();
        } catch (RuntimeException e) {
            // A task that throws is never run again.
            LOG.error("the rules that other replicas were told can't be taken up", e);
        }
    }

    /** What can't be fetched now is fetched the next time. */
    void look() {
        Stored<Optional<Activation>> last = last(history);
        if (last instanceof Stored.Done<Optional<Activation>> done
                && done.value().isPresent()
                && dealtWith(done.value().get())) {
            seen = done.value().get().number();
        }
    }

    /** Whether nothing is left to do about the newest activation. */
    private boolean dealtWith(Activation newest) {
        String base = rules.active().digest();
        boolean byPeople = newest.what().how() == How.HTTP || newest.what().how() == How.ROLLBACK;
        if (seen == null
                || newest.number() <= seen
                || !byPeople
                || newest.digest().equals(base)) {
            return true;
        }
        Stored<Optional<RuleSetFiles>> files = history.find(newest.digest());
        if (!(files instanceof Stored.Done<Optional<RuleSetFiles>> found)) {
            return false;
        }
        found.value().ifPresent(set -> takeUp(newest, set, base));
        return true;
    }

    private void takeUp(Activation newest, RuleSetFiles files, String base) {
        String who = newest.what().who();
        LoadedRules loaded = source.load(RuleFiles.ofBytes(files.files()));
        if (loaded instanceof LoadedRules.Rejected rejected) {
            LOG.warn("{} made {} active elsewhere, which can't be used here", who, newest.digest());
            refused.accept(rejected.problems());
        } else if (rules.takeUp(((LoadedRules.Accepted) loaded).rules(), base)) {
            LOG.info("rules are those that {} made active elsewhere: {}", who, newest.digest());
        } else {
            LOG.info("other rules became active here before those of {} could: {}", who, newest.digest());
        }
    }

    private static Stored<Optional<Activation>> last(RuleHistory history) {
        return history.activations(null, 1).map(page -> first(page));
    }

    private static Optional<Activation> first(Page<Activation> page) {
        return page.items().stream().findFirst();
    }
}
