package dev.mitigauge.assessment.project;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.findings.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An assessment in short: the same names as in the whole answer, fewer of them.
 *
 * @param id by which the whole is found
 * @param project the project that it belongs to
 * @param assessedAt when it was made
 * @param asOf the day for which it was made
 * @param verdict the answer
 * @param readiness readiness
 * @param mitigationCoverage coverage
 * @param deferredRisk deferred risk
 * @param confidence share of what the scores rest on that was stated, 0 to 1
 * @param rules the rule set and profile it was made under
 */
public record ToldAssessment(
        String id,
        String project,
        Instant assessedAt,
        LocalDate asOf,
        Verdict verdict,
        Readiness readiness,
        Coverage mitigationCoverage,
        DeferredRisk deferredRisk,
        double confidence,
        Rules rules) {

    /**
     * Readiness.
     *
     * @param score 0 to 100
     * @param cap highest score that open risks and tasks allowed
     * @param completion weighted share of finished tasks, null without tasks
     */
    public record Readiness(
            double score, double cap, @Nullable Double completion) {}

    /**
     * Coverage.
     *
     * @param ratio 0 to 1, null without risks
     */
    public record Coverage(@Nullable Double ratio) {}

    /**
     * Deferred risk.
     *
     * @param score 0 to 100
     * @param raw sum of the residuals
     */
    public record DeferredRisk(double score, double raw) {}

    /**
     * What it was judged by.
     *
     * @param digest of the rule set; with tables of the project, of both together
     * @param profile whose thresholds counted
     */
    public record Rules(String digest, String profile) {}

    /** What is kept in short. */
    public static ToldAssessment of(AssessmentSummary kept) {
        return new ToldAssessment(
                kept.id(),
                kept.project(),
                kept.at(),
                kept.day(),
                kept.verdict(),
                new Readiness(kept.readiness(), kept.cap(), kept.completion()),
                new Coverage(kept.coverage()),
                new DeferredRisk(kept.deferredRisk(), kept.raw()),
                kept.confidence(),
                new Rules(kept.rules(), kept.profile()));
    }
}
