package dev.mitigauge.rules;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.FileRef;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.MitigationKind;
import dev.mitigauge.facts.OwnerKind;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Rating;
import dev.mitigauge.facts.ReviewBasis;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SeveritySource;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws tasks, risks and mitigations, each on a line of its own. */
final class DrawnItems {

    /** States of a task that nobody has begun and nobody has left out on purpose. */
    static final List<TaskState> WAITING = List.of(TaskState.OPEN, TaskState.BLOCKED, TaskState.DEFERRED);

    private static final List<String> FILES = List.of("src/app.ts");
    private static final List<String> PROMISED = List.of("approach", "reason");

    private final Draw draw;
    private int line;

    DrawnItems(Draw draw) {
        this(draw, 0);
    }

    /** @param line last line that is taken */
    DrawnItems(Draw draw, int line) {
        this.draw = draw;
        this.line = line;
    }

    SourceRef next(String document, String excerpt) {
        line++;
        return new SourceRef(document, line, line, excerpt);
    }

    Task task(String document, String section, Tier tier, @Nullable String duplicateOf) {
        TaskState state = draw.once(2) ? TaskState.DONE : draw.of(TaskState.values());
        return task(
                document,
                section,
                tier,
                state,
                state == TaskState.DONE ? draw.of(Proof.values()) : Proof.STATED,
                draw.once(4),
                duplicateOf);
    }

    /** One that is open and not accepted. */
    Task openTask(String document, String section) {
        return task(document, section, draw.of(Tier.values()), draw.of(WAITING), Proof.STATED, false, null);
    }

    /** One that is done with evidence or left open on purpose. */
    Task settledTask(String document, String section, Tier tier) {
        boolean done = !draw.once(3);
        return task(
                document,
                section,
                tier,
                done ? TaskState.DONE : draw.of(WAITING),
                done ? draw.of(Proof.REFERENCED, Proof.VERIFIED) : Proof.STATED,
                !done,
                null);
    }

    /** Another of the same kind. */
    Task like(Task one) {
        SourceRef source = next(one.document(), one.text());
        return new Task(
                "T" + source.line(),
                one.document(),
                one.section(),
                "T" + source.line(),
                one.state(),
                one.tier(),
                one.must(),
                one.proof(),
                one.accepted(),
                one.note(),
                one.topics(),
                one.files(),
                one.environment(),
                one.owner(),
                one.effort(),
                "T" + source.line(),
                null,
                source);
    }

    private Task task(
            String document,
            String section,
            Tier tier,
            TaskState state,
            Proof proof,
            boolean accepted,
            @Nullable String duplicateOf) {
        SourceRef source = next(document, "");
        String id = "T" + source.line();
        return new Task(
                id,
                document,
                section,
                id,
                state,
                tier,
                draw.once(10),
                proof,
                accepted,
                null,
                draw.some(4, GeneratedFacts.TOPICS),
                List.copyOf(draw.some(6, FILES)),
                null,
                null,
                null,
                id,
                duplicateOf,
                source);
    }

    DeferredRisk risk(String document, String section, @Nullable String duplicateOf) {
        return risk(document, section, draw.of(RiskState.values()), duplicateOf);
    }

    /** One that counts. */
    DeferredRisk openRisk(String document, String section) {
        return risk(document, section, draw.of(RiskState.OPEN, RiskState.IN_PROGRESS, RiskState.ACCEPTED), null);
    }

    private DeferredRisk risk(String document, String section, RiskState state, @Nullable String duplicateOf) {
        SourceRef source = next(document, "");
        String id = "R" + source.line();
        Severity severity = draw.of(Severity.values());
        String owner = draw.maybe(2, List.of("platform team"));
        LocalDate reviewDate = draw.maybeDay(2);
        String trigger = draw.maybe(3, List.of("next release"));
        return new DeferredRisk(
                id,
                document,
                section,
                List.of(),
                id,
                severity,
                severity == Severity.UNRATED ? SeveritySource.UNRATED : SeveritySource.STATED,
                draw.maybe(2, List.of(Rating.values())),
                draw.maybe(2, List.of(Rating.values())),
                null,
                null,
                null,
                draw.once(3) ? new FileRef(FILES.get(0), null) : null,
                steps(),
                null,
                owner,
                owner == null
                        ? draw.of(OwnerKind.NONE, OwnerKind.PLACEHOLDER)
                        : draw.of(OwnerKind.TEAM, OwnerKind.PERSON),
                reviewDate,
                trigger,
                reviewDate != null ? ReviewBasis.DATE : basis(trigger),
                null,
                draw.maybeDay(2),
                state,
                draw.once(10),
                Set.of(),
                draw.some(4, PROMISED),
                id,
                duplicateOf,
                source);
    }

    private ReviewBasis basis(@Nullable String trigger) {
        return trigger == null ? ReviewBasis.NONE : draw.of(ReviewBasis.PHASE, ReviewBasis.TRIGGER);
    }

    /** What tasks say that may stand above. */
    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (int i = draw.once(3) ? 1 + draw.below(2) : 0; i > 0; i--) {
            steps.add("T" + (1 + draw.below(line)));
        }
        return steps;
    }

    /** @param cited ids that it may cite */
    Mitigation mitigation(String document, String risk, List<String> cited) {
        SourceRef source = next(document, "");
        String id = risk + "/m" + source.line();
        return new Mitigation(
                id,
                risk,
                id,
                draw.once(4) ? Tense.PLANNED : Tense.IN_PLACE,
                draw.of(MitigationKind.values()),
                draw.some(3, GeneratedFacts.TOPICS),
                draw.once(2) && !cited.isEmpty() ? List.of(draw.of(cited)) : List.of(),
                source);
    }
}
