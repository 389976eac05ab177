package dev.mitigauge.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells browsers whose pages may call. A page of another origin is not told so, and its browser keeps the answer from it; no cookie is ever
 * asked for, so there is nothing that it could do in somebody's name.
 */
final class Cors implements Handler<RoutingContext> {

    private static final Set<HttpMethod> METHODS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);
    private static final Set<String> ASKED = Set.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "traceparent",
            RequestIds.HEADER);
    private static final Set<String> TOLD =
            Set.of("ETag", "Location", "Link", "Retry-After", "Cache-Status", "WWW-Authenticate", RequestIds.HEADER);
    private static final int SECONDS_BELIEVED = 600;

    private final List<String> origins;
    private final CorsHandler handler;

    private Cors(List<String> origins) {
        this.origins = origins;
        this.handler = CorsHandler.create()
                .addOrigins(origins)
                .allowedMethods(METHODS)
                .allowedHeaders(ASKED)
                .exposedHeaders(TOLD)
                .maxAgeSeconds(SECONDS_BELIEVED);
    }

    /** Nothing if no page but the service's own may call. */
    static Optional<Cors> of(CorsSettings settings) {
        List<String> origins = settings.all();
        return origins.isEmpty() ? Optional.empty() : Optional.of(new Cors(origins));
    }

    @Override
    public void handle(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            handler.handle(context);
        } else {
            // Whether there is leave depends on who asks, even for those who get none.
            context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            context.next();
        }
    }
}
