package dev.mitigauge.assessment;

import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.rules.RuleSetDiff;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate rule set would change: the same projects, judged by it and by the set that it would replace. Component names are the
 * names of the JSON answer.
 *
 * @param headline such as {@code flips 3 of 41 projects}
 * @param base digest of the set that would be replaced
 * @param candidate digest of the set that would replace it
 * @param profiles whose thresholds counted, sorted
 * @param days for which was judged, sorted
 * @param projects how many were judged by both
 * @param flips how many of them get another verdict
 * @param moved how many of them keep their verdict, but not all scores and findings
 * @param edits what differs between the sets
 * @param changes the projects that change: flips first, then by the largest move of a score
 * @param rules the rules whose findings change, those that change most first
 * @param failures the projects that could not be compared
 */
public record PreviewReport(
        String headline,
        String base,
        String candidate,
        List<String> profiles,
        List<LocalDate> days,
        int projects,
        int flips,
        int moved,
        RuleSetDiff edits,
        List<ProjectChange> changes,
        List<RuleEffect> rules,
        List<Failure> failures) {

    public PreviewReport {
        profiles = List.copyOf(profiles);
        days = List.copyOf(days);
        changes = List.copyOf(changes);
        rules = List.copyOf(rules);
        failures = List.copyOf(failures);
    }

    /**
     * A project that does not come out as before.
     *
     * @param flips whether the verdict is another
     * @param findings what appears, disappears or weighs otherwise, worst first
     * @param risks those of which more or less remains, largest difference first
     * @param firings the rules that fire more or less often than before, in order of ids
     */
    public record ProjectChange(
            String project,
            boolean flips,
            Judged before,
            Judged after,
            List<FindingMove> findings,
            List<RiskMove> risks,
            List<FiringMove> firings) {
        public ProjectChange {
            findings = List.copyOf(findings);
            risks = List.copyOf(risks);
            firings = List.copyOf(firings);
        }
    }

    /**
     * How a project was judged; values as in {@link Assessment}.
     *
     * @param reason why the verdict, in one sentence
     * @param readiness 0 to 100
     * @param cap the highest readiness that open risks and tasks allow
     * @param completion 0 to 1, null without tasks
     * @param coverage mitigation coverage, 0 to 1, null without risks
     * @param deferredRisk 0 to 100
     * @param confidence 0 to 1
     */
    public record Judged(
            Verdict verdict,
            String reason,
            double readiness,
            double cap,
            @Nullable Double completion,
            @Nullable Double coverage,
            double deferredRisk,
            double confidence) {

        /** Whether verdict and all scores are the same; the sentence may hold a number that moves. */
        boolean scoresAs(Judged other) {
            return equals(new Judged(
                    other.verdict,
                    reason,
                    other.readiness,
                    other.cap,
                    other.completion,
                    other.coverage,
                    other.deferredRisk,
                    other.confidence));
        }
    }

    /**
     * A finding at one place that one of the sets makes alone, or that both make at different levels.
     *
     * @param before its level under the base, null if it appears
     * @param after its level under the candidate, null if it disappears
     */
    public record FindingMove(
            String rule,
            String title,
            @Nullable Level before,
            @Nullable Level after,
            String message,
            SourceRef source) {}

    /** A risk and what remains of it; null if it is no risk that counts. */
    public record RiskMove(
            String risk, @Nullable Double before, @Nullable Double after) {}

    /** How often a rule fires. */
    public record FiringMove(String rule, String title, int before, int after) {}

    /**
     * What becomes of the findings of one rule in all projects. A finding counts once for each place that it names.
     *
     * @param appeared places where it finds something that it did not find
     * @param disappeared places where it finds nothing any more
     * @param relevelled places where it finds the same at another level
     * @param projects how many projects that concerns
     */
    public record RuleEffect(String rule, String title, int appeared, int disappeared, int relevelled, int projects) {}

    /** Which of the two sets. */
    public enum Side {
        BASE,
        CANDIDATE,
        BOTH
    }

    /**
     * A project that could not be compared.
     *
     * @param project its name; where there was no time left, that of the first and how many more
     * @param side under which set it could not be judged
     * @param message why, lower case, without full stop
     */
    public record Failure(String project, Side side, String message) {}
}
