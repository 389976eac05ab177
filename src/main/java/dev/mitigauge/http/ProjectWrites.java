package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Change;
import dev.mitigauge.assessment.kept.Project;
import dev.mitigauge.assessment.kept.ProjectDetails;
import dev.mitigauge.assessment.kept.ProjectStanding;
import dev.mitigauge.assessment.kept.Projects;
import dev.mitigauge.assessment.kept.Removal;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.project.ToldProject;
import dev.mitigauge.report.ProjectJson;
import dev.mitigauge.rules.RuleSet;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code PUT} and {@code DELETE /api/v1/projects/{project}}: owner, tags and profile, and its end. */
final class ProjectWrites {

    private static final Condition ANY = new Condition.Version(null);

    private final StoreWrites writes;
    private final Supplier<RuleSet> active;
    private final Clock clock = Clock.systemUTC();

    ProjectWrites(StoreWrites writes, Supplier<RuleSet> active) {
        this.writes = writes;
        this.active = active;
    }

    void put(Vertx vertx, Exchange exchange) {
        String name = exchange.parameter("project");
        writes.put(vertx, exchange, (body, condition) -> {
            KeptBodies.Read<ProjectDetails> read = KeptBodies.details(body);
            return read instanceof KeptBodies.Read.Understood<ProjectDetails> understood
                    ? put(exchange, name, understood.value(), condition)
                    : new StoreReads.Answer.No(((KeptBodies.Read.No<ProjectDetails>) read).problem());
        });
    }

    /** Removes it with all that is kept of it, for who says which state of it is meant: that can't be taken back. */
    void remove(Vertx vertx, Exchange exchange) {
        String name = exchange.parameter("project");
        writes.change(
                vertx,
                exchange,
                (body, condition) -> condition.equals(ANY)
                        ? new StoreReads.Answer.No(Problems.noCondition())
                        : StoreReads.answer(
                                StoreWrites.version(condition, () -> version(name))
                                        .then(version ->
                                                writes.store().projects().remove(name, version.orElse(null))),
                                removal -> removed(exchange, name, removal)));
    }

    private StoreReads.Answer removed(Exchange exchange, String name, Removal removal) {
        return switch (removal) {
            case REMOVED -> {
                writes.audit(exchange, "project.delete", name, null);
                yield new StoreReads.Answer.Yes(new Reply(204, "", new byte[0]));
            }
            case ABSENT -> new StoreReads.Answer.No(Problems.noProject(name));
            case OUTDATED ->
                StoreReads.answer(
                        version(name),
                        version -> new StoreReads.Answer.No(Problems.outdated("the project", version.orElse(null))));
        };
    }

    private Stored<Optional<Long>> version(String name) {
        return writes.store()
                .projects()
                .find(name)
                .map(found -> found.map(standing -> standing.project().version()));
    }

    private StoreReads.Answer put(Exchange exchange, String name, ProjectDetails details, Condition condition) {
        Optional<Problem> unknown = unknownProfile(details.profile());
        if (unknown.isPresent()) {
            return new StoreReads.Answer.No(unknown.get());
        }
        Projects projects = writes.store().projects();
        return StoreReads.answer(
                StoreWrites.version(condition, () -> version(name))
                        .then(version -> projects.put(name, details, version.orElse(null), clock.instant())),
                change -> answer(exchange, name, change));
    }

    private StoreReads.Answer answer(Exchange exchange, String name, Change<Project> change) {
        if (change instanceof Change.Outdated<Project> outdated) {
            @Nullable Project current = outdated.current();
            return new StoreReads.Answer.No(
                    Problems.outdated("the project", current == null ? null : current.version()));
        }
        Change.Saved<Project> saved = (Change.Saved<Project>) change;
        writes.audit(exchange, "project.put", name, saved.value().details().toString());
        return StoreReads.answer(writes.store().projects().find(name), found -> {
            ProjectStanding standing = found.orElseGet(() -> new ProjectStanding(saved.value(), null, List.of()));
            Reply reply = StoreWrites.saved(
                    ProjectJson.render(ToldProject.of(standing)), saved.created(), "/api/v1/projects/" + name);
            return new StoreReads.Answer.Yes(ProjectTag.of(standing).on(reply, null, StoreReads.REVALIDATE));
        });
    }

    private Optional<Problem> unknownProfile(@Nullable String profile) {
        List<String> known = List.copyOf(active.get().profiles());
        return profile == null || known.contains(profile)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        Trouble.INVALID_REQUEST,
                        List.of(Fault.inField(
                                "profile", "unknown profile " + Quoted.of(profile), Nearest.remedy(profile, known)))));
    }
}
