package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.KeptAssessment;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.project.AssessmentDiff;
import dev.mitigauge.report.ProjectJson;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/assessments/{id}} and below: what was answered, byte for byte, and what differs from what was answered before. */
final class AssessmentReads {

    private final Optional<KeptParts> kept;
    private final StoreReads reads;
    private final ProjectGate gate;

    AssessmentReads(Optional<KeptParts> kept, StoreReads reads, ProjectGate gate) {
        this.kept = kept;
        this.reads = reads;
        this.gate = gate;
    }

    void show(Vertx vertx, Exchange exchange) {
        @Nullable String known = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        reads.answer(
                vertx,
                exchange,
                List.of(),
                query -> found(exchange, exchange.parameter("id"), assessment -> {
                    Reply reply = Reply.ok("application/json", assessment.answer());
                    return new StoreReads.Answer.Yes(
                            EntityTag.of(assessment.answer()).on(reply, known, StoreReads.REVALIDATE));
                }));
    }

    void diff(Vertx vertx, Exchange exchange) {
        String id = exchange.parameter("id");
        reads.answer(
                vertx,
                exchange,
                List.of("against"),
                query -> found(exchange, id, after -> {
                    @Nullable String against = query.get("against");
                    return against == null
                            ? StoreReads.answer(before(after.summary()), before -> before.map(
                                            one -> diff(exchange, one.id(), after))
                                    .orElseGet(() -> new StoreReads.Answer.No(Problems.noAssessmentBefore(id))))
                            : diff(exchange, against, after);
                }));
    }

    private StoreReads.Answer diff(Exchange exchange, String against, KeptAssessment after) {
        return found(
                exchange,
                against,
                before -> StoreReads.json(ProjectJson.render(AssessmentDiff.between(
                        ProjectCall.parsed(before.answer()), ProjectCall.parsed(after.answer())))));
    }

    private Stored<Optional<AssessmentSummary>> before(AssessmentSummary one) {
        return kept.orElseThrow()
                .store()
                .history()
                .list(one.project(), one.position(), 1)
                .map(page -> page.items().stream().findFirst());
    }

    /** The assessment of that id, for who may read its project. */
    private StoreReads.Answer found(Exchange exchange, String id, Function<KeptAssessment, StoreReads.Answer> use) {
        return StoreReads.answer(kept.orElseThrow().store().history().find(id), found -> found.map(assessment ->
                        gate.refusal(exchange, assessment.summary().project())
                                .<StoreReads.Answer>map(StoreReads.Answer.Yes::new)
                                .orElseGet(() -> use.apply(assessment)))
                .orElseGet(() -> new StoreReads.Answer.No(Problems.noAssessment(id))));
    }
}
