package dev.mitigauge.assessment;

import dev.mitigauge.assessment.kept.Activation;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.NewActivation.How;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.rules.RuleSet;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Changes which rule set is active, one change after the other, whoever asks for it; what the history says is in the same order. */
public final class RuleSwitch {

    /** Who changes the rules when their directory does. */
    public static final String DIRECTORY = "rules directory";

    private final Assessor assessor;
    private final @Nullable ActivationLog log;
    private final Clock clock;

    /** What came of asking for another rule set. */
    public sealed interface Result {

        /** It is active, and the history says so. */
        record Switched(Activation activation) implements Result {}

        /** Another set became active meanwhile than the one that the change was made of. */
        record Outdated(String active) implements Result {}

        /** The history can't be written, so that the change would be forgotten: nothing is changed. */
        record Unavailable(Outage outage) implements Result {}
    }

    /** @param log where to write down what became active, null for nowhere */
    public RuleSwitch(Assessor assessor, @Nullable ActivationLog log, Clock clock) {
        this.assessor = assessor;
        this.log = log;
        this.clock = clock;
    }

    /** The active rule set. */
    public RuleSet active() {
        return assessor.rules();
    }

    /** Writes down that the service began to judge by what stands in the rules directory. */
    public synchronized void started(RuleSet rules) {
        writeDown(rules, How.START);
    }

    /** Makes active what stands in the rules directory now. */
    public synchronized void follow(RuleSet rules) {
        assessor.activate(rules);
        writeDown(rules, How.WATCH);
    }

    /**
     * Makes a set active because somebody asks for it.
     *
     * @param base digest of the set that must be active, null for any
     * @throws IllegalStateException if nothing is written down here
     */
    public synchronized Result activate(RuleSet rules, @Nullable String base, NewActivation what) {
        if (log == null) {
            throw new IllegalStateException("a change that somebody asks for must be written down");
        }
        String active = assessor.rules().digest();
        if (base != null && !base.equals(active)) {
            return new Result.Outdated(active);
        }
        Stored<Activation> written = log.now(files(rules), what);
        if (written instanceof Stored.Unavailable<Activation> unavailable) {
            return new Result.Unavailable(unavailable.outage());
        }
        assessor.activate(rules);
        return new Result.Switched(written.orElseThrow());
    }

    /**
     * Makes a set active that somebody made active on another replica, which has written it down.
     *
     * @param base digest of the set that must be active still
     * @return whether it was
     */
    public synchronized boolean takeUp(RuleSet rules, String base) {
        boolean still = assessor.rules().digest().equals(base);
        if (still) {
            assessor.activate(rules);
        }
        return still;
    }

    private void writeDown(RuleSet rules, How how) {
        if (log != null) {
            log.later(files(rules), new NewActivation(clock.instant(), DIRECTORY, how, null));
        }
    }

    private static RuleSetFiles files(RuleSet rules) {
        return new RuleSetFiles(rules.digest(), rules.files().bytes());
    }
}
