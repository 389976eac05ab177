package dev.mitigauge.http;

import dev.mitigauge.http.contract.Asked;
import dev.mitigauge.http.contract.Objection;
import dev.mitigauge.http.contract.OperationContract;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request under contract. Made on its event loop, where its headers are looked at; its body is held to the contract wherever it is read.
 */
final class UnderContract {

    private final ContractGuard guard;
    private final Route route;
    private final Exchange exchange;
    private final OperationContract operation;
    private final String mediaType;

    /** Whether the request changes nothing, so that its handler can be asked first. */
    private final boolean safe;

    /** What the contract has against its parameters. */
    private final Optional<Objection> early;

    /** @param path parts of the path by name */
    UnderContract(ContractGuard guard, Route route, Exchange exchange, Map<String, String> path) {
        this.guard = guard;
        this.route = route;
        this.exchange = exchange;
        this.operation = guard.operation(route);
        this.safe = route.method().equals(HttpMethod.GET);
        HttpServerRequest request = exchange.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        this.mediaType = HeaderValue.parse(type == null ? "" : type).value();
        this.early = operation.parameters(new Parameters(request, path));
    }

    /** Why nothing must be done of what the request asks for; on whatever thread. */
    Optional<Reply> refusal(byte[] body) {
        if (safe) {
            return Optional.empty();
        }
        try {
            return early.or(() -> operation.body(mediaType, body)).map(objection -> refusal(objection, body));
        } catch (RuntimeException e) {
            return Optional.of(guard.failed(exchange, e));
        }
    }

    /** The answer of a handler that only looked something up and found no fault, unless the contract does. */
    Reply instead(Reply reply) {
        return safe && early.isPresent() ? guard.refused(exchange, route, early.get()) : reply;
    }

    /** Whether {@link #instead} would refuse. */
    boolean forbidden() {
        return early.isPresent();
    }

    private Reply refusal(Objection objection, byte[] body) {
        return route.reader()
                .problem(exchange, body)
                .map(problem -> guard.refused(exchange, problem))
                .orElseGet(() -> guard.refused(exchange, route, objection));
    }

    private record Parameters(HttpServerRequest request, Map<String, String> parts) implements Asked {

        @Override
        public @Nullable String path(String name) {
            return parts.get(name);
        }

        @Override
        public @Nullable String header(String name) {
            return request.getHeader(name);
        }

        /** Of an address with a broken escape there is nothing to say: every reader of parameters refuses it. */
        @Override
        public List<Map.Entry<String, String>> query() {
            try {
                String query = request.query();
                return query == null ? List.of() : Query.parse(query);
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }
    }
}
