package dev.mitigauge.http;

import dev.mitigauge.assessment.RuleSetActivated;
import dev.mitigauge.assessment.RuleSwitch;
import dev.mitigauge.assessment.RuleTrials;
import dev.mitigauge.assessment.ToldActivation;
import dev.mitigauge.assessment.kept.Activation;
import dev.mitigauge.assessment.kept.AuditEvent;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.NewActivation.How;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.report.RuleSetJson;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.rules.Stage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes another rule set active because a caller asks for it, after all stages that a set goes through. On a worker. */
final class RuleSetCall {

    private static final Logger LOG = LoggerFactory.getLogger(RuleSetCall.class);

    private final RuleTrials trials;
    private final Store store;
    private final RuleSwitch rules;
    private final Clock clock = Clock.systemUTC();

    RuleSetCall(KeptParts kept) {
        this.trials = kept.trials();
        this.store = kept.store();
        this.rules = kept.rules();
    }

    /** Activates changes of the active set, or a set that is kept. */
    Answered activate(Decoded.Switch asked, String who, BooleanSupplier inTime) {
        String digest = asked.digest();
        if (digest != null) {
            return activateKept(digest, null, new NewActivation(clock.instant(), who, How.HTTP, asked.note()), inTime);
        }
        RuleTrials.Trial trial = trials.prove(asked.files(), inTime);
        return activate(trial, trial.base().digest(), new NewActivation(clock.instant(), who, How.HTTP, asked.note()));
    }

    /** Activates the set of that digest, or the one that was active before, unless meanwhile another one is than that before which it was. */
    Answered rollBack(Decoded.Switch asked, String who, BooleanSupplier inTime) {
        NewActivation what = new NewActivation(clock.instant(), who, How.ROLLBACK, asked.note());
        String digest = asked.digest();
        if (digest != null) {
            return activateKept(digest, null, what, inTime);
        }
        String active = rules.active().digest();
        Stored<Page<Activation>> history = store.rules().activations(null, Page.LARGEST);
        if (history instanceof Stored.Unavailable<Page<Activation>> unavailable) {
            return new Answered.No(Problems.away(unavailable.outage()));
        }
        return before(active, history.orElseThrow().items())
                .map(before -> activateKept(before, active, what, inTime))
                .orElseGet(() -> new Answered.No(Problems.nothingBefore()));
    }

    /** What came of it. */
    sealed interface Answered {

        /** It is active. */
        record Yes(Reply reply) implements Answered {}

        /** It is not; the set before goes on. */
        record No(Problem problem) implements Answered {}
    }

    /** The set that was active before another. */
    private static Optional<String> before(String active, List<Activation> newestFirst) {
        return newestFirst.stream()
                .map(Activation::digest)
                .dropWhile(digest -> !digest.equals(active))
                .filter(digest -> !digest.equals(active))
                .findFirst();
    }

    private Answered activateKept(String digest, @Nullable String base, NewActivation what, BooleanSupplier inTime) {
        Stored<Optional<RuleSetFiles>> found = store.rules().find(digest);
        if (found instanceof Stored.Unavailable<Optional<RuleSetFiles>> unavailable) {
            return new Answered.No(Problems.away(unavailable.outage()));
        }
        return found.orElseThrow()
                .map(files -> activate(trials.prove(RuleFiles.ofBytes(files.files()), inTime), base, what))
                .orElseGet(() -> new Answered.No(Problems.noRuleSet(digest)));
    }

    private Answered activate(RuleTrials.Trial trial, @Nullable String base, NewActivation what) {
        if (!(trial.loaded() instanceof LoadedRules.Accepted candidate)) {
            audit(what, trial.edits().to(), "refused");
            return new Answered.No(refusal((LoadedRules.Rejected) trial.loaded()));
        }
        RuleSwitch.Result result = rules.activate(candidate.rules(), base, what);
        if (result instanceof RuleSwitch.Result.Outdated) {
            return new Answered.No(Problems.outdatedRules());
        }
        if (result instanceof RuleSwitch.Result.Unavailable unavailable) {
            return new Answered.No(Problems.away(unavailable.outage()));
        }
        Activation made = ((RuleSwitch.Result.Switched) result).activation();
        LOG.info("rules activated by {}: {}", what.who(), made.digest());
        audit(what, made.digest(), "done");
        RuleSetActivated answer = new RuleSetActivated(ToldActivation.of(made), trial.edits(), candidate.tried());
        return new Answered.Yes(Reply.ok("application/json", RuleSetJson.render(answer)));
    }

    private static Problem refusal(LoadedRules.Rejected rejected) {
        return rejected.byStage().containsKey(Stage.TEST)
                ? Problems.failingRules(rejected.problems())
                : Problems.invalidRules(rejected.problems());
    }

    private void audit(NewActivation what, String digest, String outcome) {
        String action = what.how() == How.ROLLBACK ? "rules.rollback" : "rules.activate";
        Stored<?> written =
                store.audit().append(new AuditEvent(clock.instant(), what.who(), action, digest, outcome, what.note()));
        if (written instanceof Stored.Unavailable<?> unavailable) {
            LOG.warn("{} by {} is missing in the audit trail: {}", action, what.who(), unavailable.outage());
        }
    }
}
