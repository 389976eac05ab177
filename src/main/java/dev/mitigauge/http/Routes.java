package dev.mitigauge.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.Consumer;

/** Which path answers to which method, and with what: the one table that router, page and contract are held to. */
final class Routes {

    private Routes() {}

    static List<Route> of(AssessmentHandler assessments, Health health, Scrape scrape) {
        byte[] contract = Resource.read("/openapi.yaml");
        Page page = Page.load();
        return List.of(
                new Route(HttpMethod.POST, "/api/v1/assessments", assessments::handle),
                get("/metrics", exchange -> metrics(exchange, scrape)),
                get("/health/live", exchange -> exchange.answer(health.live())),
                get("/health/ready", exchange -> exchange.answer(health.ready())),
                get("/openapi.yaml", exchange -> exchange.answer(Reply.ok("application/yaml", contract))),
                get("/", page::show));
    }

    private static Route get(String path, Consumer<Exchange> handler) {
        return new Route(HttpMethod.GET, path, (vertx, exchange) -> handler.accept(exchange));
    }

    /** On the event loop, so that the metrics can be read just when every worker is busy. */
    private static void metrics(Exchange exchange, Scrape scrape) {
        String accept = exchange.request().getHeader(HttpHeaders.ACCEPT);
        String contentType = scrape.contentType().apply(accept == null ? "" : accept);
        exchange.answer(Reply.ok(contentType, scrape.text().apply(contentType)));
    }
}
