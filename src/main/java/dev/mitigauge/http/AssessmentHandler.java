package dev.mitigauge.http;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.Simulation;
import dev.mitigauge.report.JsonReport;
import dev.mitigauge.report.SimulationText;
import dev.mitigauge.report.TextOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/assessments}, {@code :simulate} and {@code POST /api/v1/projects/{project}/assessments}: checks what the headers say before
 * it lets a body come.
 */
final class AssessmentHandler {

    private static final String JSON = "application/json";
    private static final Negotiation<Simulation> SIMULATIONS = new Negotiation<>(
            List.of(new Renderer<>(JSON, JsonReport::render), new Renderer<>("text/plain", AssessmentHandler::text)));

    private final HttpSettings settings;
    private final Negotiation<Assessment> negotiation;
    private final AssessmentCall call;
    private final Uploads uploads;
    private final AssessmentPool storing;
    private final ProjectGate gate;

    /** @param storing where answers are made that are to be kept */
    AssessmentHandler(
            HttpSettings settings,
            HttpParts parts,
            Uploads uploads,
            AssessmentPool storing,
            ProjectGate gate,
            ProjectCall projects) {
        this.settings = settings;
        this.negotiation = new Negotiation<>(parts.renderers());
        this.call = new AssessmentCall(parts, projects);
        this.uploads = uploads;
        this.storing = storing;
        this.gate = gate;
    }

    void handle(Vertx vertx, Exchange exchange) {
        handle(vertx, exchange, null);
    }

    /** For the project that the path names. */
    void handleForProject(Vertx vertx, Exchange exchange) {
        String project = exchange.parameter("project");
        gate.refusal(exchange, project).ifPresentOrElse(exchange::answer, () -> handle(vertx, exchange, project));
    }

    private void handle(Vertx vertx, Exchange exchange, @Nullable String project) {
        HttpServerRequest request = exchange.request();
        IdempotencyHeader key = IdempotencyHeader.of(request);
        Optional<Renderer<Assessment>> renderer = negotiation.choose(request);
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        HeaderValue contentType = HeaderValue.parse(type == null ? "" : type);
        Optional<BodyFormat> format = BodyFormat.of(contentType);
        if (renderer.isEmpty()) {
            uploads.turnAway(exchange, Problems.notAcceptable(negotiation.offers()));
        } else if (format.isEmpty() || Uploads.encoded(request)) {
            request.response().headers().set("Accept-Post", BodyFormat.ALL);
            uploads.turnAway(exchange, Problems.unsupportedMediaType(type, BodyFormat.ALL));
        } else if (key.objection().isPresent()) {
            uploads.turnAway(exchange, key.objection().get());
        } else {
            String query = request.query();
            String fileName = fileName(request);
            Asking asking = new Asking(exchange, renderer.get(), project, key);
            uploads.receive(
                    vertx,
                    exchange,
                    body -> call.trusted() && body.length <= settings.inlineBytes() && !Demands.many(query, body),
                    body -> call.answer(new RawRequest(format.get(), contentType, query, fileName, body), asking),
                    storing);
        }
    }

    /** What is wrong with a request for an assessment. */
    static Optional<Problem> problem(Exchange exchange, byte[] body) {
        HttpServerRequest request = exchange.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        HeaderValue contentType = HeaderValue.parse(type == null ? "" : type);
        return BodyFormat.of(contentType)
                .map(format -> new RawRequest(format, contentType, request.query(), fileName(request), body))
                .flatMap(raw -> raw.decode().problem());
    }

    /** What would be: JSON alone, and never on the event loop. */
    void simulate(Vertx vertx, Exchange exchange) {
        HttpServerRequest request = exchange.request();
        Optional<Renderer<Simulation>> renderer = SIMULATIONS.choose(request);
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        Optional<BodyFormat> format = BodyFormat.of(HeaderValue.parse(type == null ? "" : type));
        if (renderer.isEmpty()) {
            uploads.turnAway(exchange, Problems.notAcceptable(SIMULATIONS.offers()));
        } else if (!format.equals(Optional.of(BodyFormat.JSON)) || Uploads.encoded(request)) {
            request.response().headers().set("Accept-Post", JSON);
            uploads.turnAway(exchange, Problems.unsupportedMediaType(type, JSON));
        } else {
            uploads.receive(vertx, exchange, body -> false, body -> call.simulate(body, renderer.get(), exchange));
        }
    }

    private static byte[] text(Simulation simulation) {
        return SimulationText.render(simulation, TextOptions.PLAIN).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String fileName(HttpServerRequest request) {
        String disposition = request.getHeader("Content-Disposition");
        return disposition == null ? null : HeaderValue.parse(disposition).fileName();
    }
}
