package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.AuditEvent;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Stored;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes what is kept of a project: who may, under which condition, and who did. */
final class StoreWrites {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWrites.class);
    private static final String JSON = "application/json";

    private final Optional<KeptParts> kept;
    private final StoreReads reads;
    private final ProjectGate gate;
    private final Clock clock = Clock.systemUTC();

    StoreWrites(Optional<KeptParts> kept, StoreReads reads, ProjectGate gate) {
        this.kept = kept;
        this.reads = reads;
        this.gate = gate;
    }

    /** Makes a change that a body asks for. */
    interface Work {
        StoreReads.Answer answer(byte[] body, Condition condition);
    }

    /** Has JSON put where the path says, which names a project. */
    void put(Vertx vertx, Exchange exchange, Work work) {
        put(vertx, exchange, JSON, work);
    }

    /** The same in another form. */
    void put(Vertx vertx, Exchange exchange, String form, Work work) {
        if (isIn(exchange.request(), form)) {
            change(vertx, exchange, work);
        } else {
            String type = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
            exchange.answer(reads.turnedAway(exchange, Problems.unsupportedMediaType(type, form)));
        }
    }

    /** Whether a body comes in that form. */
    static boolean isIn(HttpServerRequest request, String form) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        HeaderValue contentType = HeaderValue.parse(type == null ? "" : type);
        return contentType.value().equals(form) && BodyFormat.utf8(contentType) && !Uploads.encoded(request);
    }

    /** Has something changed that the path names, of a project. */
    void change(Vertx vertx, Exchange exchange, Work work) {
        Optional<Reply> refusal = gate.refusal(exchange, exchange.parameter("project"));
        Condition condition = Condition.of(exchange.request());
        if (refusal.isPresent()) {
            exchange.answer(refusal.get());
        } else if (condition instanceof Condition.Unclear unclear) {
            exchange.answer(reads.turnedAway(exchange, unclear.problem()));
        } else {
            reads.take(vertx, exchange, body -> work.answer(body, condition));
        }
    }

    Store store() {
        return kept.orElseThrow().store();
    }

    /**
     * The version that a change is bound to, empty for none.
     *
     * @param current version of what is there, asked for if only that counts
     */
    static Stored<Optional<Long>> version(Condition condition, Supplier<Stored<Optional<Long>>> current) {
        return condition instanceof Condition.Existing
                ? current.get().map(found -> Optional.of(found.orElse(Condition.NEVER)))
                : new Stored.Done<>(Optional.ofNullable(((Condition.Version) condition).version()));
    }

    /** The answer to what is as it was put. */
    static Reply saved(byte[] json, boolean created, String location) {
        return created ? new Reply(201, JSON, json).with("Location", location) : Reply.ok(JSON, json);
    }

    /** Writes down who did what concerns no project, where there is a store. */
    void auditIfKept(Exchange exchange, String action, String target, @Nullable String detail) {
        if (kept.isPresent()) {
            audit(exchange, action, target, detail);
        }
    }

    /** Writes down who did it. */
    void audit(Exchange exchange, String action, String target, @Nullable String detail) {
        String who = exchange.caller().name();
        Stored<?> written =
                store().audit().append(new AuditEvent(clock.instant(), who, action, target, "done", detail));
        if (written instanceof Stored.Unavailable<?> unavailable) {
            LOG.warn("{} of {} by {} is missing in the audit trail: {}", action, target, who, unavailable.outage());
        }
    }
}
