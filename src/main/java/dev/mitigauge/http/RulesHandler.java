package dev.mitigauge.http;

import dev.mitigauge.assessment.PreviewReport;
import dev.mitigauge.assessment.RuleCheck;
import dev.mitigauge.assessment.RuleSetActivated;
import dev.mitigauge.report.PreviewJson;
import dev.mitigauge.report.PreviewMarkdown;
import dev.mitigauge.report.RuleSetJson;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/rules:validate}, {@code :preview}, {@code :activate} and {@code :rollback}: checks who asks, and what the headers say, before it lets a body come. JSON
 * alone: a browser sends that to another site only after it was allowed to, and forms without asking.
 */
final class RulesHandler {

    private static final String JSON = "application/json";

    private static final Negotiation<RuleCheck> CHECKS =
            new Negotiation<>(List.of(new Renderer<>(JSON, PreviewJson::render)));
    private static final Negotiation<RuleSetActivated> SWITCHES =
            new Negotiation<>(List.of(new Renderer<>(JSON, RuleSetJson::render)));
    private static final Negotiation<PreviewReport> PREVIEWS = new Negotiation<>(List.of(
            new Renderer<>(JSON, PreviewJson::render), new Renderer<>("text/markdown", RulesHandler::markdown)));

    private final RuleWrites writes;
    private final RulesCall call;
    private final Uploads uploads;
    private final Doorkeeper door;

    RulesHandler(HttpSettings settings, HttpParts parts, Uploads uploads, Doorkeeper door) {
        this.door = door;
        this.writes = RuleWrites.of(parts.ruleWrites().from());
        this.call = new RulesCall(settings, parts);
        this.uploads = uploads;
    }

    /** What is wrong with changes of the rules as they are now. */
    RequestReader reader(RulesBody.Reader reader) {
        return (exchange, body) -> call.read(reader, body).problem();
    }

    void validate(Vertx vertx, Exchange exchange) {
        handle(vertx, exchange, CHECKS, renderer -> body -> call.validate(body, renderer, exchange.id()));
    }

    void preview(Vertx vertx, Exchange exchange) {
        handle(
                vertx,
                exchange,
                PREVIEWS,
                renderer -> body -> call.preview(body, renderer, exchange.caller(), exchange.id()));
    }

    void activate(Vertx vertx, Exchange exchange) {
        String who = exchange.caller().name();
        change(vertx, exchange, body -> call.activate(body, who, exchange.id()));
    }

    void rollBack(Vertx vertx, Exchange exchange) {
        String who = exchange.caller().name();
        change(vertx, exchange, body -> call.rollBack(body, who, exchange.id()));
    }

    private void change(Vertx vertx, Exchange exchange, Function<byte[], Reply> work) {
        Optional<Problem> forbidden =
                exchange.caller().token() == null ? Optional.of(Problems.rulesAreFixed()) : Optional.empty();
        handle(vertx, exchange, forbidden, SWITCHES, renderer -> work);
    }

    private <T> void handle(
            Vertx vertx,
            Exchange exchange,
            Negotiation<T> negotiation,
            Function<Renderer<T>, Function<byte[], Reply>> work) {
        // A token that got here has the role; of others the settings decide.
        Optional<Problem> forbidden =
                exchange.caller().token() == null ? writes.refusal(exchange.request()) : Optional.empty();
        handle(vertx, exchange, forbidden, negotiation, work);
    }

    private <T> void handle(
            Vertx vertx,
            Exchange exchange,
            Optional<Problem> forbidden,
            Negotiation<T> negotiation,
            Function<Renderer<T>, Function<byte[], Reply>> work) {
        HttpServerRequest request = exchange.request();
        Optional<Renderer<T>> renderer = negotiation.choose(request);
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (forbidden.isPresent()) {
            door.deny(exchange, forbidden.get());
        } else if (renderer.isEmpty()) {
            uploads.turnAway(exchange, Problems.notAcceptable(negotiation.offers()));
        } else if (!isJson(type) || Uploads.encoded(request)) {
            request.response().headers().set("Accept-Post", JSON);
            uploads.turnAway(exchange, Problems.unsupportedMediaType(type, JSON));
        } else {
            uploads.receive(vertx, exchange, body -> false, work.apply(renderer.get()));
        }
    }

    private static boolean isJson(@Nullable String type) {
        return BodyFormat.of(HeaderValue.parse(type == null ? "" : type))
                .filter(format -> format == BodyFormat.JSON)
                .isPresent();
    }

    private static byte[] markdown(PreviewReport report) {
        return PreviewMarkdown.render(report).getBytes(StandardCharsets.UTF_8);
    }
}
