package dev.mitigauge.http;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.RequestDigest;
import dev.mitigauge.assessment.kept.IdempotencyKey;
import dev.mitigauge.assessment.project.ProjectAssessments;
import dev.mitigauge.assessment.project.ProjectAssessments.Result;
import dev.mitigauge.report.JsonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has documents judged for a project and kept. On a worker: it waits for the store. */
final class ProjectCall {

    private static final String JSON = "application/json";
    private static final int CREATED = 201;

    private final Optional<ProjectAssessments> projects;
    private final ProjectGate gate;
    private final Doorkeeper door;

    ProjectCall(HttpParts parts, ProjectGate gate, Doorkeeper door) {
        this.projects = parts.kept()
                .map(kept -> new ProjectAssessments(
                        parts.assessments(), kept.store(), JsonReport::render, parts.assessmentListener()));
        this.gate = gate;
        this.door = door;
    }

    /** The answer to a request for a project. */
    Reply answer(AssessmentRequest request, Asking asking) {
        Exchange exchange = asking.exchange();
        Optional<Reply> refusal = gate.refusal(exchange, String.valueOf(request.project()));
        return refusal.orElseGet(() -> reply(
                projects.orElseThrow().assess(request, key(request, asking.key().key())), asking.renderer(), exchange));
    }

    private static @Nullable IdempotencyKey key(AssessmentRequest request, @Nullable String key) {
        return key == null ? null : new IdempotencyKey(key, RequestDigest.of(request));
    }

    private Reply reply(Result result, Renderer<Assessment> renderer, Exchange exchange) {
        if (result instanceof Result.Kept kept) {
            return CacheStatus.on(created(kept.id(), kept.answer(), renderer, Map.of()), kept.known());
        }
        if (result instanceof Result.Repeated repeated) {
            return created(repeated.id(), repeated.answer(), renderer, Map.of("Idempotency-Replayed", "true"));
        }
        if (result instanceof Result.NotAssessed not) {
            // The use case itself has told the listener of what it turned away.
            return ProblemJson.reply(AssessmentCall.problem(not.answer()), exchange.id());
        }
        return door.turnedAway(
                exchange,
                result instanceof Result.Away away
                        ? Problems.away(away.outage())
                        : Problems.keyTaken(((Result.KeyTaken) result).id()));
    }

    private static Reply created(String id, byte[] json, Renderer<Assessment> renderer, Map<String, String> more) {
        byte[] body =
                renderer.mediaType().equals(JSON) ? json : renderer.render().apply(parsed(json));
        return new Reply(CREATED, renderer.mediaType(), body, more).with("Location", "/api/v1/assessments/" + id);
    }

    /** The assessment that is kept; its other forms are made of it, so that a repeated request gets the same in every form. */
    static Assessment parsed(byte[] json) {
        try {
            return JsonReport.parse(json);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer that was written can be read", e);
        }
    }
}
