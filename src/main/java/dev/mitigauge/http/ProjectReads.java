package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Position;
import dev.mitigauge.assessment.kept.ProjectName;
import dev.mitigauge.assessment.kept.ProjectStanding;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.project.AssessmentPage;
import dev.mitigauge.assessment.project.ProjectPage;
import dev.mitigauge.assessment.project.ToldProject;
import dev.mitigauge.assessment.project.Trend;
import dev.mitigauge.report.Badge;
import dev.mitigauge.report.ProjectJson;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/projects} and below: where projects stand, and where they stood. */
final class ProjectReads {

    private static final String SVG = "image/svg+xml";

    /** Others may show it, but not for long: its age is part of it. */
    private static final String BRIEFLY = "private, max-age=60";

    private final Optional<KeptParts> kept;
    private final StoreReads reads;
    private final ProjectGate gate;
    private final Clock clock = Clock.systemUTC();

    ProjectReads(Optional<KeptParts> kept, StoreReads reads, ProjectGate gate) {
        this.kept = kept;
        this.reads = reads;
        this.gate = gate;
    }

    void list(Vertx vertx, Exchange exchange) {
        reads.answer(vertx, exchange, List.of("limit", "cursor", "tag"), query -> {
            int limit = query.limit();
            @Nullable
            String tag = query.read("tag", ProjectReads::tag, "1 to " + KeptBodies.TAG_CHARACTERS + " characters");
            @Nullable String after = query.read("cursor", ProjectReads::name, "a name of a project");
            if (query.fault() != null) {
                return StoreReads.invalid(query);
            }
            Token token = exchange.caller().token();
            Stored<Page<ProjectStanding>> page = token == null || token.projects() == null
                    ? store().projects().list(tag, after, limit)
                    : those(token.projects(), tag, after == null ? "" : after, limit);
            return StoreReads.answer(page, found -> StoreReads.json(ProjectJson.render(ProjectPage.of(found))));
        });
    }

    void show(Vertx vertx, Exchange exchange) {
        @Nullable String known = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        standing(vertx, exchange, standing -> {
            Reply reply = Reply.ok("application/json", ProjectJson.render(ToldProject.of(standing)));
            return ProjectTag.of(standing).on(reply, known, StoreReads.REVALIDATE);
        });
    }

    void assessments(Vertx vertx, Exchange exchange) {
        page(vertx, exchange, (project, page) -> ProjectJson.render(AssessmentPage.of(page)));
    }

    void trend(Vertx vertx, Exchange exchange) {
        page(vertx, exchange, (project, page) -> ProjectJson.render(Trend.of(project, page)));
    }

    void badge(Vertx vertx, Exchange exchange) {
        @Nullable String known = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        standing(vertx, exchange, standing -> {
            byte[] svg = Badge.svg(standing.latest(), clock.instant()).getBytes(StandardCharsets.UTF_8);
            return EntityTag.of(svg).on(Reply.ok(SVG, svg), known, BRIEFLY);
        });
    }

    private void standing(Vertx vertx, Exchange exchange, Function<ProjectStanding, Reply> use) {
        String project = exchange.parameter("project");
        Optional<Reply> refusal = gate.refusal(exchange, project);
        if (refusal.isPresent()) {
            exchange.answer(refusal.get());
            return;
        }
        reads.answer(
                vertx,
                exchange,
                List.of(),
                query -> StoreReads.answer(store().projects().find(project), found -> found.<StoreReads.Answer>map(
                                standing -> new StoreReads.Answer.Yes(use.apply(standing)))
                        .orElseGet(() -> new StoreReads.Answer.No(Problems.noProject(project)))));
    }

    private void page(Vertx vertx, Exchange exchange, BiFunction<String, Page<AssessmentSummary>, byte[]> render) {
        String project = exchange.parameter("project");
        Optional<Reply> refusal = gate.refusal(exchange, project);
        if (refusal.isPresent()) {
            exchange.answer(refusal.get());
            return;
        }
        reads.answer(vertx, exchange, List.of("limit", "cursor"), query -> {
            int limit = query.limit();
            @Nullable Position before = query.read("cursor", Position::parse, "the `next` of a page");
            if (query.fault() != null) {
                return StoreReads.invalid(query);
            }
            return StoreReads.answer(
                    store().history().list(project, before, limit),
                    page -> page.items().isEmpty() ? empty(project, page, render) : json(project, page, render));
        });
    }

    /** An empty page may be one of a project that is not there. */
    private StoreReads.Answer empty(
            String project, Page<AssessmentSummary> page, BiFunction<String, Page<AssessmentSummary>, byte[]> render) {
        return StoreReads.answer(
                store().projects().find(project),
                found -> found.isPresent()
                        ? json(project, page, render)
                        : new StoreReads.Answer.No(Problems.noProject(project)));
    }

    private static StoreReads.Answer json(
            String project, Page<AssessmentSummary> page, BiFunction<String, Page<AssessmentSummary>, byte[]> render) {
        return StoreReads.json(render.apply(project, page));
    }

    /** The projects of a token, of which there are few. */
    private Stored<Page<ProjectStanding>> those(
            SortedSet<String> names, @Nullable String tag, String after, int limit) {
        List<ProjectStanding> found = new ArrayList<>();
        for (String name : names) {
            if (name.compareTo(after) > 0 && found.size() <= limit) {
                Stored<Optional<ProjectStanding>> each = store().projects().find(name);
                if (each instanceof Stored.Unavailable<Optional<ProjectStanding>> unavailable) {
                    return new Stored.Unavailable<>(unavailable.outage());
                }
                each.orElseThrow()
                        .filter(project -> tag == null
                                || project.project().details().tags().contains(tag))
                        .ifPresent(found::add);
            }
        }
        return new Stored.Done<>(Page.of(found, limit));
    }

    private static Optional<String> tag(String text) {
        return text.isEmpty() || text.length() > KeptBodies.TAG_CHARACTERS ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> name(String text) {
        return ProjectName.fits(text) ? Optional.of(text) : Optional.empty();
    }

    private Store store() {
        return kept.orElseThrow().store();
    }
}
