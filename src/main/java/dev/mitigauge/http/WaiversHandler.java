package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Change;
import dev.mitigauge.assessment.kept.ProjectName;
import dev.mitigauge.assessment.kept.ProjectWaiver;
import dev.mitigauge.assessment.kept.Removal;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.kept.WaiverTerms;
import dev.mitigauge.assessment.kept.Waivers;
import dev.mitigauge.assessment.project.ToldWaiver;
import dev.mitigauge.assessment.project.WaiverList;
import dev.mitigauge.assessment.project.WaiverSettings;
import dev.mitigauge.report.ProjectJson;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/projects/{project}/waivers} and below: what is accepted for a time, by whom and why. */
final class WaiversHandler {

    private final StoreReads reads;
    private final StoreWrites writes;
    private final ProjectGate gate;
    private final WaiverSettings settings;
    private final Clock clock = Clock.systemUTC();

    WaiversHandler(StoreReads reads, StoreWrites writes, ProjectGate gate, WaiverSettings settings) {
        this.reads = reads;
        this.writes = writes;
        this.gate = gate;
        this.settings = settings;
    }

    void list(Vertx vertx, Exchange exchange) {
        read(
                vertx,
                exchange,
                project -> StoreReads.answer(waivers().of(project), found -> {
                    List<ToldWaiver> items = found.stream()
                            .map(each -> ToldWaiver.of(each, today()))
                            .toList();
                    StoreReads.Answer answer = StoreReads.json(ProjectJson.render(new WaiverList(project, items)));
                    return items.isEmpty() ? ofKnown(project, answer) : answer;
                }));
    }

    void show(Vertx vertx, Exchange exchange) {
        String id = exchange.parameter("waiver");
        @Nullable String known = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        read(
                vertx,
                exchange,
                project -> StoreReads.answer(waivers().find(project, id), found -> found.<StoreReads.Answer>map(
                                waiver -> new StoreReads.Answer.Yes(tag(waiver)
                                        .on(Reply.ok("application/json", json(waiver)), known, StoreReads.REVALIDATE)))
                        .orElseGet(() -> new StoreReads.Answer.No(Problems.noWaiver(id)))));
    }

    /** What is wrong with a waiver that is to be put. */
    static Optional<Problem> problem(Exchange exchange, byte[] body) {
        String id = exchange.parameter("waiver");
        return ProjectName.fits(id)
                ? KeptBodies.waiver(body, id).objection()
                : Optional.of(Problem.of(Trouble.INVALID_REQUEST, List.of(noId(id))));
    }

    /** That there is no waiver which could not be put. */
    static Optional<Problem> absence(Exchange exchange, byte[] body) {
        String id = exchange.parameter("waiver");
        return ProjectName.fits(id) ? Optional.empty() : Optional.of(Problems.noWaiver(id));
    }

    void put(Vertx vertx, Exchange exchange) {
        String id = exchange.parameter("waiver");
        String project = exchange.parameter("project");
        writes.put(vertx, exchange, (body, condition) -> {
            KeptBodies.Read<WaiverTerms> read = KeptBodies.waiver(body, id);
            return read instanceof KeptBodies.Read.Understood<WaiverTerms> understood
                    ? put(exchange, project, understood.value(), condition)
                    : new StoreReads.Answer.No(((KeptBodies.Read.No<WaiverTerms>) read).problem());
        });
    }

    void remove(Vertx vertx, Exchange exchange) {
        String id = exchange.parameter("waiver");
        String project = exchange.parameter("project");
        writes.change(
                vertx,
                exchange,
                (body, condition) -> StoreReads.answer(
                        StoreWrites.version(condition, () -> version(project, id))
                                .then(version -> waivers().remove(project, id, version.orElse(null))),
                        removal -> removed(exchange, project, id, removal)));
    }

    /** Answers what is read of a project. */
    private interface Reader {
        StoreReads.Answer read(String project);
    }

    private void read(Vertx vertx, Exchange exchange, Reader reader) {
        String project = exchange.parameter("project");
        Optional<Reply> refusal = gate.refusal(exchange, project);
        if (refusal.isPresent()) {
            exchange.answer(refusal.get());
        } else {
            reads.answer(vertx, exchange, List.of(), query -> reader.read(project));
        }
    }

    private StoreReads.Answer ofKnown(String project, StoreReads.Answer answer) {
        return StoreReads.answer(
                writes.store().projects().find(project),
                found -> found.isPresent() ? answer : new StoreReads.Answer.No(Problems.noProject(project)));
    }

    private StoreReads.Answer put(Exchange exchange, String project, WaiverTerms terms, Condition condition) {
        String id = terms.waiver().id();
        Optional<Fault> fault = fault(terms);
        if (fault.isPresent()) {
            return new StoreReads.Answer.No(Problem.of(Trouble.INVALID_REQUEST, List.of(fault.get())));
        }
        return StoreReads.answer(
                waivers().of(project),
                present -> crowded(present, id)
                        ? new StoreReads.Answer.No(Problem.of(Trouble.INVALID_REQUEST, List.of(tooMany())))
                        : StoreReads.answer(
                                StoreWrites.version(condition, () -> version(project, id))
                                        .then(version ->
                                                waivers().put(project, terms, version.orElse(null), clock.instant())),
                                change -> saved(exchange, change)));
    }

    private static Fault noId(String id) {
        return Fault.inField("waiver", Quoted.of(id) + " is no id of a waiver", "use " + ProjectName.WORDS);
    }

    private Optional<Fault> fault(WaiverTerms terms) {
        LocalDate expires = terms.waiver().expires();
        LocalDate last = today().plusDays(settings.maxDays());
        if (!ProjectName.fits(terms.waiver().id())) {
            return Optional.of(noId(terms.waiver().id()));
        }
        if (expires.isBefore(today())) {
            return Optional.of(Fault.inField(
                    "expires", expires + " has passed, so it would count for nothing", "choose a day from today on"));
        }
        return expires.isAfter(last)
                ? Optional.of(Fault.inField(
                        "expires",
                        "is more than " + settings.maxDays() + " days away",
                        "choose a day up to " + last + " and renew it then, or raise `waivers.maxDays`"))
                : Optional.empty();
    }

    private boolean crowded(List<ProjectWaiver> present, String id) {
        return present.size() >= settings.maxPerProject()
                && present.stream()
                        .noneMatch(waiver -> waiver.terms().waiver().id().equals(id));
    }

    private Fault tooMany() {
        return Fault.inField(
                "waiver",
                "the project has " + settings.maxPerProject() + " waivers already",
                "remove those that have run out, or raise `waivers.maxPerProject`");
    }

    private StoreReads.Answer saved(Exchange exchange, Change<ProjectWaiver> change) {
        if (change instanceof Change.Outdated<ProjectWaiver> outdated) {
            @Nullable ProjectWaiver current = outdated.current();
            return new StoreReads.Answer.No(
                    Problems.outdated("the waiver", current == null ? null : current.version()));
        }
        Change.Saved<ProjectWaiver> saved = (Change.Saved<ProjectWaiver>) change;
        ProjectWaiver waiver = saved.value();
        String id = waiver.terms().waiver().id();
        writes.audit(
                exchange,
                "waiver.put",
                waiver.project() + "/" + id,
                waiver.terms().toString());
        String location = "/api/v1/projects/" + waiver.project() + "/waivers/" + id;
        return new StoreReads.Answer.Yes(tag(waiver)
                .on(StoreWrites.saved(json(waiver), saved.created(), location), null, StoreReads.REVALIDATE));
    }

    private StoreReads.Answer removed(Exchange exchange, String project, String id, Removal removal) {
        return switch (removal) {
            case REMOVED -> {
                writes.audit(exchange, "waiver.delete", project + "/" + id, null);
                yield new StoreReads.Answer.Yes(new Reply(204, "", new byte[0]));
            }
            case ABSENT -> new StoreReads.Answer.No(Problems.noWaiver(id));
            case OUTDATED ->
                StoreReads.answer(
                        version(project, id),
                        version -> new StoreReads.Answer.No(Problems.outdated("the waiver", version.orElse(null))));
        };
    }

    private Stored<Optional<Long>> version(String project, String id) {
        return waivers().find(project, id).map(found -> found.map(ProjectWaiver::version));
    }

    private EntityTag tag(ProjectWaiver waiver) {
        boolean expired = waiver.terms().waiver().expires().isBefore(today());
        return EntityTag.of(waiver.version(), expired ? "expired" : "valid");
    }

    private byte[] json(ProjectWaiver waiver) {
        return ProjectJson.render(ToldWaiver.of(waiver, today()));
    }

    private Waivers waivers() {
        return writes.store().waivers();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
