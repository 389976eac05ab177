package dev.mitigauge.app;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.RuleSwitch;
import dev.mitigauge.http.RulesHealth;
import dev.mitigauge.rules.LastGoodRules;
import dev.mitigauge.rules.Problem;
import dev.mitigauge.rules.Rehearsal;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleWatcher;
import dev.mitigauge.rules.RulesSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a service's rules up with their directory: sound changes become active, others are told and change nothing. */
final class LiveRules implements RuleWatcher.Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private final RuleSwitch rules;
    private final AssessmentListener listener;
    private final StartRules start;
    private final @Nullable LastGoodRules lastGood;
    private final @Nullable RuleWatcher watcher;
    private final Rehearsal rehearsal;
    private final CaseRuns cases;
    private final StartTrial stored;
    private volatile Refused refused;

    /**
     * What was refused last.
     *
     * @param active digest of the set that was active then: once another is, on purpose, the refusal is of no account
     * @param problems empty if nothing was refused
     */
    private record Refused(String active, List<Problem> problems) {}

    /** @param lastGood where to keep what was sound, null for nowhere */
    LiveRules(
            RuleSwitch rules,
            AssessmentListener listener,
            StartRules start,
            RulesSettings settings,
            @Nullable LastGoodRules lastGood) {
        this.rules = rules;
        this.listener = listener;
        this.start = start;
        this.lastGood = lastGood;
        this.refused = new Refused(start.rules().digest(), start.problems());
        this.cases = new CaseRuns(start.source(), rules::active);
        this.stored = new StartTrial(start.rules(), start.source(), rules::active);
        this.rehearsal = new Rehearsal(start.source(), start.rules().files());
        @Nullable Path directory = start.location().directory();
        this.watcher = directory == null || !settings.watch()
                ? null
                : new RuleWatcher(
                        directory,
                        start.inDirectory(),
                        start.stale(),
                        start.source(),
                        Duration.ofMillis(settings.watchMillis()),
                        this);
    }

    /** @param ready whether the service is: what can wait until then does */
    void start(BooleanSupplier ready) {
        if (start.stale()) {
            LOG.warn("the rules can't be used; the last good ones judge: {}", digest());
            refused(start.problems());
        } else if (start.followsDirectory()) {
            rules.started(start.rules());
            keep(digest());
        }
        cases.run(rules.active());
        stored.start(ready);
        if (watcher != null) {
            watcher.start();
            rehearsal.start();
        }
    }

    RulesHealth health() {
        Refused last = refused;
        String digest = digest();
        List<Problem> now = last.active().equals(digest) ? last.problems() : List.of();
        List<Problem> objections = Stream.concat(cases.objections(digest).stream(), stored.objections(digest).stream())
                .toList();
        return new RulesHealth(digest, !now.isEmpty(), headlines(now), headlines(objections));
    }

    private static List<String> headlines(List<Problem> problems) {
        return problems.stream().map(Problem::headline).toList();
    }

    @Override
    public void changed(RuleSet changed) {
        rules.follow(changed);
        refused = new Refused(changed.digest(), List.of());
        LOG.info("rules activated: {}", changed.digest());
        keep(changed.digest());
        cases.run(changed);
    }

    @Override
    public void refused(List<Problem> found) {
        refused = new Refused(digest(), List.copyOf(found));
        listener.rulesRefused(found.size());
        found.forEach(problem -> LOG.warn("rules refused: {}", problem.headline()));
    }

    @Override
    public void restored() {
        refused = new Refused(digest(), List.of());
        listener.rulesRestored();
        LOG.info("the rules directory is again as it was; in force: {}", digest());
    }

    @Override
    public void close() {
        cases.close();
        stored.close();
        rehearsal.close();
        if (watcher != null) {
            watcher.close();
        }
    }

    private String digest() {
        return rules.active().digest();
    }

    private void keep(String digest) {
        @Nullable Path directory = start.location().directory();
        if (lastGood == null || directory == null) {
            return;
        }
        try {
            lastGood.keep(directory, digest);
        } catch (IOException e) {
            LOG.warn("the rules can't be kept for a restart: {}", e.toString());
        }
    }
}
