package dev.mitigauge.http;

import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.Assessments;
import dev.mitigauge.assessment.Simulation;
import dev.mitigauge.rules.OutOfTime;
import dev.mitigauge.rules.RuleFailure;
import dev.mitigauge.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the bytes of a request to those of its answer, on whatever thread; knows nothing of connections. */
final class AssessmentCall {

    private static final Logger LOG = LoggerFactory.getLogger(AssessmentCall.class);

    private final Assessments assessments;
    private final AssessmentListener listener;
    private final Supplier<RuleSet> active;
    private final ProjectCall projects;

    /** Digest of the rules that failed last, empty if none did. */
    private volatile String failed = "";

    AssessmentCall(HttpParts parts, ProjectCall projects) {
        this.assessments = parts.assessments();
        this.listener = parts.assessmentListener();
        this.active = parts.active();
        this.projects = projects;
    }

    /** Whether the rules that judge now have not failed yet: those that have may hold up the next thread, too. */
    boolean trusted() {
        String last = failed;
        return last.isEmpty() || !last.equals(active.get().digest());
    }

    /** The answer, or what is left to do if it is to be kept. */
    Step answer(RawRequest raw, Asking asking) {
        return guarded(
                () -> step(placed(raw.decode(), asking.project()), asking), Step.Answered::new, asking.exchange());
    }

    private Step step(Decoded decoded, Asking asking) {
        if (decoded instanceof Decoded.Understood understood
                && understood.request().project() != null) {
            DocumentLog.tell(understood.request());
            return new Step.TakesStore(() ->
                    guarded(() -> projects.answer(understood.request(), asking), reply -> reply, asking.exchange()));
        }
        return new Step.Answered(reply(
                decoded,
                answer -> assessed((Answer.Assessed) answer, asking.renderer()),
                asking.exchange().id()));
    }

    /** The request, for the project that the path names. */
    private static Decoded placed(Decoded decoded, @Nullable String project) {
        if (project == null || !(decoded instanceof Decoded.Understood understood)) {
            return decoded;
        }
        String said = understood.request().project();
        return said == null || said.equals(project)
                ? new Decoded.Understood(understood.request().forProject(project))
                : new Decoded.Invalid(List.of(Fault.inField(
                        "project",
                        "is " + Quoted.of(said) + ", but the path says " + Quoted.of(project),
                        "leave it out: the path says it")));
    }

    /** The answer to a request that says what should be different. */
    Reply simulate(byte[] body, Renderer<Simulation> renderer, Exchange exchange) {
        return guarded(
                () -> reply(
                        JsonBody.decodeSimulation(body),
                        answer -> rendered(((Answer.Simulated) answer).simulation(), renderer),
                        exchange.id()),
                reply -> reply,
                exchange);
    }

    /** What comes of the work, whatever happens but that its time is up: a failure is logged under the id of the request and told without its details. */
    private <T> T guarded(Supplier<T> work, Function<Reply, T> otherwise, Exchange exchange) {
        String requestId = exchange.id();
        listener.serving(requestId, exchange.traceId());
        try {
            return exchange.inTime(work);
        } catch (RuleFailure e) {
            failed = active.get().digest();
            LOG.warn("request {} failed: {}", requestId, e.getMessage());
            return otherwise.apply(turnedAway(Problems.ruleFailure(String.valueOf(e.getMessage())), requestId));
        } catch (OutOfTime e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // An error too: rules run code of their own, and a caller who hears nothing would wait and then ask again.
            LOG.error("request {} failed", requestId, e);
            return otherwise.apply(turnedAway(Problems.internal(), requestId));
        } finally {
            listener.serving(null, null);
        }
    }

    private Reply reply(Decoded decoded, Function<Answer, Reply> render, String requestId) {
        Optional<Problem> problem = decoded.problem();
        if (problem.isPresent()) {
            return turnedAway(problem.get(), requestId);
        }
        AssessmentRequest request = ((Decoded.Understood) decoded).request();
        DocumentLog.tell(request);
        Answer answer = assessments.assess(request);
        // The use case itself has told the listener of what it turned away.
        boolean made = answer instanceof Answer.Assessed || answer instanceof Answer.Simulated;
        return made ? render.apply(answer) : ProblemJson.reply(problem(answer), requestId);
    }

    /** Why nothing was judged. */
    static Problem problem(Answer answer) {
        if (answer instanceof Answer.Unfit unfit) {
            return Problems.unfitTables(unfit.problems());
        }
        if (answer instanceof Answer.Unacceptable unacceptable) {
            return Problem.of(
                    Trouble.INVALID_REQUEST,
                    List.of(Fault.inField(unacceptable.field(), unacceptable.message(), unacceptable.remedy())));
        }
        return Refusals.problem(((Answer.Unreadable) answer).refusals());
    }

    private Reply assessed(Answer.Assessed answer, Renderer<Assessment> renderer) {
        return CacheStatus.on(rendered(answer.assessment(), renderer), answer.known());
    }

    private <T> Reply rendered(T answer, Renderer<T> renderer) {
        long start = System.nanoTime();
        byte[] body = renderer.render().apply(answer);
        listener.timed(AssessmentListener.Stage.RENDER, System.nanoTime() - start);
        return Reply.ok(renderer.mediaType(), body);
    }

    private Reply turnedAway(Problem problem, String requestId) {
        listener.rejected(problem.trouble().reason());
        return ProblemJson.reply(problem, requestId);
    }
}
