package dev.mitigauge.assessment.project;

import dev.mitigauge.assessment.kept.ProjectWaiver;
import dev.mitigauge.facts.Waiver;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A waiver of a project.
 *
 * @param project name of the project
 * @param id unique within the project
 * @param rule id of the rule whose findings it covers, null for any
 * @param item id of the task or risk that it covers, null for any
 * @param section title of the section that it covers with all that stands below it, null for any
 * @param owner who answers for it
 * @param reason why
 * @param expires last day on which it counts
 * @param expired whether that day has passed, so that it counts for nothing
 * @param approver who agreed to it, null if nobody was named
 * @param created when it was first put
 * @param changed when it was put last
 * @param version grows with every change
 */
public record ToldWaiver(
        String project,
        String id,
        @Nullable String rule,
        @Nullable String item,
        @Nullable String section,
        String owner,
        String reason,
        LocalDate expires,
        boolean expired,
        @Nullable String approver,
        Instant created,
        Instant changed,
        long version) {

    /** What is told of a waiver on that day. */
    public static ToldWaiver of(ProjectWaiver kept, LocalDate today) {
        Waiver waiver = kept.terms().waiver();
        return new ToldWaiver(
                kept.project(),
                waiver.id(),
                waiver.rule(),
                waiver.item(),
                kept.terms().section(),
                waiver.owner(),
                waiver.reason(),
                waiver.expires(),
                waiver.expires().isBefore(today),
                kept.terms().approver(),
                kept.created(),
                kept.changed(),
                kept.version());
    }
}
