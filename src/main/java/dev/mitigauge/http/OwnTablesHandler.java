package dev.mitigauge.http;

import dev.mitigauge.assessment.StricterSets;
import dev.mitigauge.assessment.kept.Change;
import dev.mitigauge.assessment.kept.OwnTable;
import dev.mitigauge.assessment.kept.OwnTables;
import dev.mitigauge.assessment.kept.Removal;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.project.OwnTableSettings;
import dev.mitigauge.rules.RuleFiles;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/projects/{project}/tables/{table}}: tables in which a project asks for more than its organisation does. */
final class OwnTablesHandler {

    private static final String CSV = "text/csv";

    private final StoreReads reads;
    private final StoreWrites writes;
    private final ProjectGate gate;
    private final Optional<KeptParts> kept;
    private final Clock clock = Clock.systemUTC();

    /** One at a time is tried: each costs as much as many assessments. */
    private final Semaphore turn = new Semaphore(1);

    OwnTablesHandler(StoreReads reads, StoreWrites writes, ProjectGate gate, Optional<KeptParts> kept) {
        this.reads = reads;
        this.writes = writes;
        this.gate = gate;
        this.kept = kept;
    }

    void show(Vertx vertx, Exchange exchange) {
        String project = exchange.parameter("project");
        String name = exchange.parameter("table");
        @Nullable String known = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        gate.refusal(exchange, project)
                .ifPresentOrElse(
                        exchange::answer,
                        () -> reads.answer(
                                vertx,
                                exchange,
                                List.of(),
                                query -> StoreReads.answer(
                                        tables().find(project, name), found -> shown(name, found, known))));
    }

    /** What is wrong with the name of a table that is to be put. */
    static Optional<Problem> problem(Exchange exchange, byte[] body) {
        String name = exchange.parameter("table");
        return isName(name) ? Optional.empty() : Optional.of(noName(name));
    }

    /** That there is no table which could not be put. */
    static Optional<Problem> absence(Exchange exchange, byte[] body) {
        String name = exchange.parameter("table");
        return isName(name) ? Optional.empty() : Optional.of(Problems.noTable(name));
    }

    void put(Vertx vertx, Exchange exchange) {
        String project = exchange.parameter("project");
        String name = exchange.parameter("table");
        writes.put(vertx, exchange, CSV, (csv, condition) -> refusal(name, csv)
                .or(() -> objection(project, name, csv))
                .orElseGet(() -> put(exchange, project, name, csv, condition)));
    }

    void remove(Vertx vertx, Exchange exchange) {
        String project = exchange.parameter("project");
        String name = exchange.parameter("table");
        writes.change(
                vertx,
                exchange,
                (body, condition) -> StoreReads.answer(
                        StoreWrites.version(condition, () -> version(project, name))
                                .then(version -> tables().remove(project, name, version.orElse(null))),
                        removal -> removed(exchange, project, name, removal)));
    }

    private static StoreReads.Answer shown(String name, Optional<OwnTable> found, @Nullable String known) {
        return found.<StoreReads.Answer>map(
                        table -> new StoreReads.Answer.Yes(tag(table).on(csv(table), known, StoreReads.REVALIDATE)))
                .orElseGet(() -> new StoreReads.Answer.No(Problems.noTable(name)));
    }

    /** What can be said before anything is asked. */
    private Optional<StoreReads.Answer> refusal(String name, byte[] csv) {
        int most = settings().maxCharacters();
        if (!isName(name)) {
            return Optional.of(new StoreReads.Answer.No(noName(name)));
        }
        return new String(csv, StandardCharsets.UTF_8).length() <= most
                ? Optional.empty()
                : Optional.of(invalid(
                        name,
                        "the table has more than " + most + " characters",
                        "send the rows alone that the project sets, or raise `ownTables.maxCharacters`"));
    }

    private static StoreReads.Answer invalid(String field, String message, String remedy) {
        return new StoreReads.Answer.No(
                Problem.of(Trouble.INVALID_REQUEST, List.of(Fault.inField(field, message, remedy))));
    }

    private static boolean isName(String name) {
        return RuleFiles.isName("tables/" + name + ".csv");
    }

    private static Problem noName(String name) {
        return Problem.of(
                Trouble.INVALID_REQUEST,
                List.of(Fault.inField(
                        "table",
                        Quoted.of(name) + " is no name of a table",
                        "take one that tables/floors.csv of the rule set names, such as `thresholds`")));
    }

    /** What the rule set that is active now has against it. */
    private Optional<StoreReads.Answer> objection(String project, String name, byte[] csv) {
        Stored<List<OwnTable>> present = tables().of(project);
        if (present instanceof Stored.Unavailable<List<OwnTable>> away) {
            return Optional.of(new StoreReads.Answer.No(Problems.away(away.outage())));
        }
        if (!turn.tryAcquire()) {
            return Optional.of(new StoreReads.Answer.No(Problems.trying()));
        }
        try {
            List<dev.mitigauge.rules.Problem> problems =
                    stricter().objections(parts().rules().active(), others(present.orElseThrow(), name), name, csv);
            return problems.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StoreReads.Answer.No(Problems.invalidTable(problems)));
        } finally {
            turn.release();
        }
    }

    private static SortedMap<String, String> others(List<OwnTable> present, String name) {
        SortedMap<String, String> others = new TreeMap<>();
        present.forEach(table -> others.put(table.name(), table.csv()));
        others.remove(name);
        return others;
    }

    private StoreReads.Answer put(Exchange exchange, String project, String name, byte[] csv, Condition condition) {
        String text = new String(csv, StandardCharsets.UTF_8);
        return StoreReads.answer(
                StoreWrites.version(condition, () -> version(project, name))
                        .then(version -> tables().put(project, name, text, version.orElse(null), clock.instant())),
                change -> saved(exchange, change));
    }

    private StoreReads.Answer saved(Exchange exchange, Change<OwnTable> change) {
        if (change instanceof Change.Outdated<OwnTable> outdated) {
            @Nullable OwnTable current = outdated.current();
            return new StoreReads.Answer.No(Problems.outdated("the table", current == null ? null : current.version()));
        }
        Change.Saved<OwnTable> saved = (Change.Saved<OwnTable>) change;
        OwnTable table = saved.value();
        writes.audit(exchange, "table.put", table.project() + "/" + table.name(), table.csv());
        Reply reply = csv(table);
        String location = "/api/v1/projects/" + table.project() + "/tables/" + table.name();
        Reply told =
                saved.created() ? new Reply(201, reply.contentType(), reply.body()).with("Location", location) : reply;
        return new StoreReads.Answer.Yes(tag(table).on(told, null, StoreReads.REVALIDATE));
    }

    private StoreReads.Answer removed(Exchange exchange, String project, String name, Removal removal) {
        return switch (removal) {
            case REMOVED -> {
                writes.audit(exchange, "table.delete", project + "/" + name, null);
                yield new StoreReads.Answer.Yes(new Reply(204, "", new byte[0]));
            }
            case ABSENT -> new StoreReads.Answer.No(Problems.noTable(name));
            case OUTDATED ->
                StoreReads.answer(
                        version(project, name),
                        version -> new StoreReads.Answer.No(Problems.outdated("the table", version.orElse(null))));
        };
    }

    private Stored<Optional<Long>> version(String project, String name) {
        return tables().find(project, name).map(found -> found.map(OwnTable::version));
    }

    private static EntityTag tag(OwnTable table) {
        return EntityTag.of(table.version(), table.name());
    }

    private static Reply csv(OwnTable table) {
        return Reply.ok(CSV, table.csv());
    }

    private OwnTables tables() {
        return writes.store().tables();
    }

    private StricterSets stricter() {
        return parts().stricter();
    }

    private OwnTableSettings settings() {
        return parts().ownTables();
    }

    private KeptParts parts() {
        return kept.orElseThrow();
    }
}
