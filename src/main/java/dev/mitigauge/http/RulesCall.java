package dev.mitigauge.http;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.PreviewReport;
import dev.mitigauge.assessment.Replays;
import dev.mitigauge.assessment.RuleCheck;
import dev.mitigauge.assessment.RuleTrials;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the bytes of a request to try rules to those of its answer, on a worker. One at a time: each costs a compilation. */
final class RulesCall {

    private static final Logger LOG = LoggerFactory.getLogger(RulesCall.class);

    /** The part of a request's time in which projects, cases and inputs are begun; the rest is for ending and sending. */
    private static final double SHARE = 0.7;

    private final RuleTrials trials;
    private final @Nullable RuleSetCall sets;
    private final StoredProjects stored;
    private final RuleWriteSettings limits;
    private final AssessmentListener listener;
    private final long nanos;
    private final Semaphore turn = new Semaphore(1);

    RulesCall(HttpSettings settings, HttpParts parts) {
        this.trials = parts.trials();
        this.sets = parts.kept().map(RuleSetCall::new).orElse(null);
        this.stored = new StoredProjects(
                parts.kept().map(kept -> kept.store().history()).orElse(null));
        this.limits = parts.ruleWrites();
        this.listener = parts.assessmentListener();
        this.nanos = (long) (SHARE * TimeUnit.SECONDS.toNanos(settings.requestTimeoutSeconds()));
    }

    /** What a body says. */
    Decoded read(RulesBody.Reader reader, byte[] body) {
        return reader.read(body, trials.files(), limits);
    }

    /** What is wrong with a candidate. */
    Reply validate(byte[] body, Renderer<RuleCheck> renderer, String requestId) {
        BooleanSupplier inTime = inTime();
        return inTurn(requestId, () -> {
            Decoded decoded = read(RulesBody::check, body);
            return decoded instanceof Decoded.Trial trial
                    ? rendered(trials.prove(trial.files(), inTime).check(), renderer)
                    : turnedAway(decoded, requestId);
        });
    }

    /** What a candidate would change. */
    Reply preview(byte[] body, Renderer<PreviewReport> renderer, Caller caller, String requestId) {
        BooleanSupplier inTime = inTime();
        return inTurn(requestId, () -> {
            Decoded decoded = read(RulesBody::preview, body);
            if (!(decoded instanceof Decoded.Trial asked)) {
                return turnedAway(decoded, requestId);
            }
            StoredProjects.Asked projects =
                    asked.stored() ? stored.ask(caller) : new StoredProjects.Asked.Yes(Replays.of(asked.projects()));
            return projects instanceof StoredProjects.Asked.Yes found
                    ? preview(asked, found.projects(), inTime, renderer, requestId)
                    : turnedAway(((StoredProjects.Asked.No) projects).problem(), requestId);
        });
    }

    private Reply preview(
            Decoded.Trial asked,
            Replays projects,
            BooleanSupplier inTime,
            Renderer<PreviewReport> renderer,
            String requestId) {
        RuleTrials.Trial trial = trials.load(asked.files());
        if (trial.loaded() instanceof LoadedRules.Rejected rejected) {
            return turnedAway(Problems.invalidRules(rejected.problems()), requestId);
        }
        RuleSet candidate = ((LoadedRules.Accepted) trial.loaded()).rules();
        return rendered(
                trials.preview(trial, candidate, projects, (project, done, all) -> inTime.getAsBoolean()), renderer);
    }

    /** Whether there is time left of a request that begins now. */
    private BooleanSupplier inTime() {
        long until = System.nanoTime() + nanos;
        return () -> System.nanoTime() - until < 0;
    }

    /** Makes changed rules active, or a set that is kept. */
    Reply activate(byte[] body, String who, String requestId) {
        return switched(RulesBody::activate, RuleSetCall::activate, body, who, requestId);
    }

    /** Makes a set active that was so before. */
    Reply rollBack(byte[] body, String who, String requestId) {
        return switched(RulesBody::rollback, RuleSetCall::rollBack, body, who, requestId);
    }

    /** What is made of it. */
    private interface SwitchMaker {
        RuleSetCall.Answered make(RuleSetCall call, Decoded.Switch asked, String who, BooleanSupplier inTime);
    }

    private Reply switched(RulesBody.Reader reader, SwitchMaker maker, byte[] body, String who, String requestId) {
        BooleanSupplier inTime = inTime();
        return inTurn(requestId, () -> {
            Decoded decoded = read(reader, body);
            if (!(decoded instanceof Decoded.Switch asked)) {
                return turnedAway(decoded, requestId);
            }
            if (sets == null) {
                return turnedAway(Problems.nothingKept(), requestId);
            }
            RuleSetCall.Answered answered = maker.make(sets, asked, who, inTime);
            return answered instanceof RuleSetCall.Answered.Yes yes
                    ? yes.reply()
                    : turnedAway(((RuleSetCall.Answered.No) answered).problem(), requestId);
        });
    }

    /** The answer, whatever happens; an error too: rules run code of their own. */
    private Reply inTurn(String requestId, Supplier<Reply> work) {
        if (!turn.tryAcquire()) {
            return turnedAway(Problems.trying(), requestId);
        }
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            LOG.error("request {} failed", requestId, e);
            return turnedAway(Problems.internal(), requestId);
        } finally {
            turn.release();
        }
    }

    private static <T> Reply rendered(T answer, Renderer<T> renderer) {
        return Reply.ok(renderer.mediaType(), renderer.render().apply(answer));
    }

    private Reply turnedAway(Decoded decoded, String requestId) {
        return turnedAway(decoded.problem().orElseThrow(), requestId);
    }

    private Reply turnedAway(Problem problem, String requestId) {
        listener.rejected(problem.trouble().reason());
        return ProblemJson.reply(problem, requestId);
    }
}
