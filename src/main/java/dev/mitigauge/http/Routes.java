package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Role;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.Consumer;

/** Which path answers to which method, and with what: the one table that router, page and contract are held to. */
final class Routes {

    private static final String WAIVERS = "/api/v1/projects/{project}/waivers";
    private static final String TABLE = "/api/v1/projects/{project}/tables/{table}";

    private static final String LOGGER = "/api/v1/loggers/{name}";

    private Routes() {}

    /** @param contract as it is served */
    static List<Route> of(
            byte[] contract,
            AssessmentHandler assessments,
            RulesHandler rules,
            RuleSetsHandler sets,
            Health health,
            Scrape scrape,
            RulesRoutes catalogue,
            ProjectReads projects,
            AssessmentReads kept,
            ProjectWrites details,
            WaiversHandler waivers,
            OwnTablesHandler tables,
            LoggersHandler loggers,
            EventStreams events) {
        Page page = Page.load();
        return List.of(
                new Route(
                        HttpMethod.POST,
                        "/api/v1/assessments",
                        Role.ASSESS,
                        assessments::handle,
                        AssessmentHandler::problem),
                new Route(
                        HttpMethod.POST,
                        "/api/v1/assessments:simulate",
                        Role.ASSESS,
                        assessments::simulate,
                        RequestReader.of(JsonBody::decodeSimulation)),
                new Route(
                        HttpMethod.POST,
                        "/api/v1/projects/{project}/assessments",
                        Role.ASSESS,
                        assessments::handleForProject,
                        AssessmentHandler::problem),
                new Route(HttpMethod.GET, "/api/v1/assessments/{id}", Role.READ, kept::show),
                new Route(HttpMethod.GET, "/api/v1/assessments/{id}/diff", Role.READ, kept::diff),
                new Route(HttpMethod.GET, "/api/v1/projects", Role.READ, projects::list),
                new Route(HttpMethod.GET, "/api/v1/projects/{project}", Role.READ, projects::show),
                new Route(
                        HttpMethod.PUT,
                        "/api/v1/projects/{project}",
                        Role.PROJECTS_WRITE,
                        details::put,
                        (exchange, body) -> KeptBodies.details(body).objection()),
                new Route(HttpMethod.DELETE, "/api/v1/projects/{project}", Role.PROJECTS_WRITE, details::remove),
                new Route(HttpMethod.GET, TABLE, Role.READ, tables::show),
                new Route(HttpMethod.PUT, TABLE, Role.PROJECTS_WRITE, tables::put, OwnTablesHandler::problem),
                new Route(HttpMethod.DELETE, TABLE, Role.PROJECTS_WRITE, tables::remove, OwnTablesHandler::absence),
                new Route(HttpMethod.GET, WAIVERS, Role.READ, waivers::list),
                new Route(HttpMethod.GET, WAIVERS + "/{waiver}", Role.READ, waivers::show),
                new Route(
                        HttpMethod.PUT,
                        WAIVERS + "/{waiver}",
                        Role.PROJECTS_WRITE,
                        waivers::put,
                        WaiversHandler::problem),
                new Route(
                        HttpMethod.DELETE,
                        WAIVERS + "/{waiver}",
                        Role.PROJECTS_WRITE,
                        waivers::remove,
                        WaiversHandler::absence),
                new Route(HttpMethod.GET, "/api/v1/projects/{project}/assessments", Role.READ, projects::assessments),
                new Route(HttpMethod.GET, "/api/v1/projects/{project}/trend", Role.READ, projects::trend),
                new Route(HttpMethod.GET, "/api/v1/projects/{project}/badge.svg", Role.READ, projects::badge),
                new Route(HttpMethod.GET, RulesRoutes.ALL, Role.READ, catalogue::list),
                new Route(HttpMethod.GET, RulesRoutes.ONE, Role.READ, catalogue::show),
                new Route(
                        HttpMethod.POST,
                        "/api/v1/rules:validate",
                        Role.RULES_WRITE,
                        rules::validate,
                        rules.reader(RulesBody::check)),
                new Route(
                        HttpMethod.POST,
                        "/api/v1/rules:preview",
                        Role.RULES_WRITE,
                        rules::preview,
                        rules.reader(RulesBody::preview)),
                new Route(
                        HttpMethod.POST,
                        "/api/v1/rules:activate",
                        Role.RULES_WRITE,
                        rules::activate,
                        rules.reader(RulesBody::activate)),
                new Route(
                        HttpMethod.POST,
                        "/api/v1/rules:rollback",
                        Role.RULES_WRITE,
                        rules::rollBack,
                        rules.reader(RulesBody::rollback)),
                new Route(HttpMethod.GET, "/api/v1/rulesets", Role.READ, sets::list),
                new Route(HttpMethod.GET, "/api/v1/rulesets/{digest}", Role.READ, sets::show),
                new Route(HttpMethod.GET, "/api/v1/rulesets/{digest}/diff", Role.READ, sets::diff),
                new Route(HttpMethod.GET, "/api/v1/events", Role.READ, events::stream),
                new Route(HttpMethod.GET, LOGGER, Role.ADMIN, loggers::show),
                new Route(HttpMethod.PUT, LOGGER, Role.ADMIN, loggers::put, LoggersHandler::problem),
                new Route(HttpMethod.GET, "/metrics", null, (vertx, exchange) -> metrics(vertx, exchange, scrape)),
                get("/health/live", exchange -> exchange.answer(health.live())),
                get("/health/ready", exchange -> exchange.answer(health.ready())),
                get("/openapi.yaml", exchange -> exchange.answer(Reply.ok("application/yaml", contract))),
                get("/", page::show));
    }

    private static Route get(String path, Consumer<Exchange> handler) {
        return new Route(HttpMethod.GET, path, null, (vertx, exchange) -> handler.accept(exchange));
    }

    /** Beside the event loop, which it would hold up for milliseconds, and beside the pool, whose state it must tell when it is full. */
    private static void metrics(Vertx vertx, Exchange exchange, Scrape scrape) {
        String accept = exchange.request().getHeader(HttpHeaders.ACCEPT);
        String contentType = scrape.contentType().apply(accept == null ? "" : accept);
        vertx.executeBlocking(() -> Reply.ok(contentType, scrape.text().apply(contentType)), false)
                .onSuccess(exchange::answer)
                .onFailure(exchange::fail);
    }
}
