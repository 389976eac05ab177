package dev.mitigauge.metrics;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.findings.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the last assessment of a project said.
 *
 * @param project its name
 * @param at when it was assessed
 * @param coverage 0 to 1, null without risks
 * @param risks that are deferred and not resolved, null if that is not known
 * @param review earliest review date of its risks, null if none has one; a risk that is resolved has nothing to review
 */
public record ProjectState(
        String project,
        Instant at,
        Verdict verdict,
        double readiness,
        @Nullable Double coverage,
        double deferredRisk,
        @Nullable Integer risks,
        @Nullable LocalDate review) {

    /** What is known of an assessment in short: neither risks nor what is to be reviewed. */
    public static ProjectState of(AssessmentSummary summary) {
        return new ProjectState(
                summary.project(),
                summary.at(),
                summary.verdict(),
                summary.readiness(),
                summary.coverage(),
                summary.deferredRisk(),
                null,
                null);
    }

    /**
     * What this assessment said.
     *
     * @throws NullPointerException if it is of no project
     */
    public static ProjectState of(Assessment assessment) {
        return new ProjectState(
                Objects.requireNonNull(assessment.project(), "an assessment of no project"),
                assessment.assessedAt(),
                assessment.verdict(),
                assessment.readiness().score(),
                assessment.mitigationCoverage().ratio(),
                assessment.deferredRisk().score(),
                assessment.deferredRisk().risks().size(),
                assessment.deferredRisk().risks().stream()
                        .map(Assessment.Risk::reviewDate)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }
}
