package dev.mitigauge.http;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.Tracing;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each request to its route, and tells those that have none. */
final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final String EXCHANGE = "exchange";

    private final RequestIds ids = new RequestIds();
    private final List<Route> routes;
    private final Front front;
    private final Doorkeeper door;
    private final ContractGuard guard;
    private final AssessmentListener listener;
    private final Tracing tracing;

    /**
     * @param guard of every request that has a route
     * @param tracing follows what is asked of the API; probes and scrapes it does not
     */
    Dispatch(
            List<Route> routes,
            Front front,
            Doorkeeper door,
            ContractGuard guard,
            AssessmentListener listener,
            Tracing tracing) {
        this.guard = guard;
        this.tracing = tracing;
        this.routes = routes;
        this.front = front;
        this.door = door;
        this.listener = listener;
    }

    /**
     * A router of all routes, for one event loop.
     *
     * @param admission of requests of that loop
     */
    Router router(Vertx vertx, Admission admission) {
        Router router = Router.router(vertx);
        Cors.of(front.cors()).ifPresent(cors -> router.route().handler(cors));
        for (Route route : routes) {
            var mounted = mount(router, route).method(route.method());
            if (route.method().equals(HttpMethod.GET)) {
                mounted.method(HttpMethod.HEAD);
            }
            mounted.handler(context -> {
                Exchange exchange = exchange(context);
                exchange.routed(route, context.pathParams(), guard);
                if (route.role() != null) {
                    exchange.followedBy(tracing);
                }
                exchange.does(() -> door.admit(vertx, exchange, route, admission));
            });
        }
        router.errorHandler(404, context -> turnAway(exchange(context), Problems.notFound()));
        router.errorHandler(405, this::methodNotAllowed);
        router.errorHandler(400, context -> turnAway(exchange(context), Problems.malformedAddress()));
        router.errorHandler(500, this::failed);
        return router;
    }

    /** To the router a colon begins a parameter, so a path that holds one as such is given as a pattern. */
    private static io.vertx.ext.web.Route mount(Router router, Route route) {
        return route.path().contains(":")
                ? router.routeWithRegex(Pattern.quote(route.path()) + "/?").setName(route.path())
                : router.route(route.pattern());
    }

    /** Answers a request that breaks the rules of HTTP itself. */
    void invalid(Vertx vertx, HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Exchange exchange = new Exchange(vertx, request, ids.of(null));
        LOG.debug("request {} is no HTTP", exchange.id(), cause);
        if (cause instanceof TooLongHttpLineException) {
            turnAway(exchange, Problems.uriTooLong());
        } else if (cause instanceof TooLongHttpHeaderException) {
            turnAway(exchange, Problems.headersTooLarge(front.traffic().maxHeaderBytes()));
        } else {
            turnAway(exchange, Problems.noHttp());
        }
        request.connection().close();
    }

    private void methodNotAllowed(RoutingContext context) {
        String allow = allow(context.normalizedPath());
        Exchange exchange = exchange(context);
        exchange.request().response().headers().set(HttpHeaders.ALLOW, allow);
        turnAway(exchange, Problems.methodNotAllowed(allow));
    }

    private void failed(RoutingContext context) {
        listener.rejected(Trouble.INTERNAL.reason());
        exchange(context).fail(context.failure());
    }

    private void turnAway(Exchange exchange, Problem problem) {
        listener.rejected(problem.trouble().reason());
        exchange.answer(problem);
    }

    private Exchange exchange(RoutingContext context) {
        Exchange known = context.get(EXCHANGE);
        if (known != null) {
            return known;
        }
        HttpServerRequest request = context.request();
        Exchange exchange = new Exchange(context.vertx(), request, ids.of(request.getHeader(RequestIds.HEADER)));
        context.put(EXCHANGE, exchange);
        return exchange;
    }

    private String allow(String path) {
        // The router takes a path with a slash at its end for the one without.
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        List<String> methods = routes.stream()
                .filter(route -> route.answers(plain))
                .flatMap(route -> route.method().equals(HttpMethod.GET)
                        ? List.of("GET", "HEAD").stream()
                        : List.of(route.method().name()).stream())
                .toList();
        return String.join(", ", methods);
    }
}
