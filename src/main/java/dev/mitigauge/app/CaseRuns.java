package dev.mitigauge.app;

import dev.mitigauge.rules.Problem;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the cases of sets that judge already, beside the judging: whoever changes a number should neither wait for them nor miss that some
 * expected another.
 */
final class CaseRuns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CaseRuns.class);

    private final RuleSource source;
    private final Supplier<RuleSet> active;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "rules-cases");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Said said = new Said("", List.of());

    /** What the cases of a set said against it. */
    private record Said(String digest, List<Problem> objections) {}

    /** @param active the set that judges now: the cases of another are of no account */
    CaseRuns(RuleSource source, Supplier<RuleSet> active) {
        this.source = source;
        this.active = active;
    }

    /** Has the cases of that set run, soon. */
    void run(RuleSet rules) {
        thread.execute(() -> examine(rules));
    }

    /** What was said against the set of that digest; nothing as long as its cases have not been run. */
    List<Problem> objections(String digest) {
        Said last = said;
        return last.digest().equals(digest) ? last.objections() : List.of();
    }

    private void examine(RuleSet rules) {
        List<Problem> objections = source.objections(rules, () -> judges(rules));
        if (!judges(rules)) {
            return;
        }
        said = new Said(rules.digest(), objections);
        objections.forEach(problem -> LOG.warn("the active rules have a case against them: {}", problem.headline()));
    }

    private boolean judges(RuleSet rules) {
        return !thread.isShutdown() && active.get().digest().equals(rules.digest());
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
