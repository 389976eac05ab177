package dev.mitigauge.assessment.project;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.PreviewReport;
import dev.mitigauge.findings.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two assessments.
 *
 * @param before the older one, or the one that was named
 * @param after the other
 * @param verdictChanged whether the verdicts differ
 * @param rulesChanged whether they were made under different rule sets or profiles: then documents need not be why they differ
 * @param scores after less before
 * @param findings those that came, went or changed their level, worst first
 * @param risks those that came, went or left another residual, largest move first
 * @param tasks how many in which state
 * @param documents those that came, went or changed
 */
public record AssessmentDiff(
        Side before,
        Side after,
        boolean verdictChanged,
        boolean rulesChanged,
        Scores scores,
        List<PreviewReport.FindingMove> findings,
        List<PreviewReport.RiskMove> risks,
        Tasks tasks,
        List<DocumentMove> documents) {

    public AssessmentDiff {
        findings = List.copyOf(findings);
        risks = List.copyOf(risks);
        documents = List.copyOf(documents);
    }

    /** One of the two; components as in {@link Assessment}. */
    public record Side(
            String id,
            @Nullable String project,
            Instant assessedAt,
            Verdict verdict,
            String reason,
            Assessment.RulesUsed rules) {

        static Side of(Assessment full) {
            return new Side(full.id(), full.project(), full.assessedAt(), full.verdict(), full.reason(), full.rules());
        }
    }

    /**
     * After less before.
     *
     * @param readinessScore points
     * @param completion share; null if it is absent before or after
     * @param mitigationCoverage share; null if it is absent before or after
     * @param deferredRiskScore points
     * @param confidence share
     */
    public record Scores(
            double readinessScore,
            @Nullable Double completion,
            @Nullable Double mitigationCoverage,
            double deferredRiskScore,
            double confidence) {

        static Scores between(Assessment before, Assessment after) {
            return new Scores(
                    after.readiness().score() - before.readiness().score(),
                    less(after.readiness().completion(), before.readiness().completion()),
                    less(
                            after.mitigationCoverage().ratio(),
                            before.mitigationCoverage().ratio()),
                    after.deferredRisk().score() - before.deferredRisk().score(),
                    after.confidence() - before.confidence());
        }

        private static @Nullable Double less(@Nullable Double after, @Nullable Double before) {
            return after == null || before == null ? null : after - before;
        }
    }

    /** Tasks of both. */
    public record Tasks(Assessment.Tasks before, Assessment.Tasks after) {}

    /** What became of a document. */
    public enum DocumentChange {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A document that is not as it was. */
    public record DocumentMove(String name, DocumentChange change) {}

    /** What differs. */
    public static AssessmentDiff between(Assessment before, Assessment after) {
        return new AssessmentDiff(
                Side.of(before),
                Side.of(after),
                before.verdict() != after.verdict(),
                !before.rules().equals(after.rules()),
                Scores.between(before, after),
                FindingMoves.between(before, after),
                ItemMoves.risks(before, after),
                new Tasks(before.tasks(), after.tasks()),
                ItemMoves.documents(before, after));
    }
}
