package dev.mitigauge.report;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.findings.MitigationCoverage;
import dev.mitigauge.findings.Readiness;
import java.util.ArrayList;
import java.util.List;

/** The three scores, what each means, and what they count. */
final class ScoresText {

    private static final int[] COLUMNS = {2, 23};
    private static final int REMARKS = 37;
    private static final String NO_RISKS = "no deferred risks listed";

    private ScoresText() {}

    static void write(Assessment assessment, Page page) {
        page.heading("Scores");
        row(page, "Readiness", ofHundred(assessment.readiness().score()), readiness(assessment.readiness()));
        MitigationCoverage coverage = assessment.mitigationCoverage();
        row(
                page,
                "Mitigation coverage",
                coverage.ratio() == null ? "absent" : Words.percent(coverage.ratio()),
                coverage(coverage));
        row(page, "Deferred risk", ofHundred(assessment.deferredRisk().score()), risks(assessment.deferredRisk()));
        row(page, "Tasks", tally(assessment.tasks()), tasks(assessment.tasks()));
        row(
                page,
                "Confidence",
                Words.percentRoundedDown(assessment.confidence()),
                "of what the scores rest on was stated");
    }

    private static void row(Page page, String name, String value, String remark) {
        page.row(COLUMNS, new Span[] {Span.plain(name), Span.strong(value)}, REMARKS, Span.plain(remark));
    }

    private static String ofHundred(double score) {
        return Words.points(score) + " of 100";
    }

    private static String readiness(Readiness readiness) {
        String done = readiness.completion() == null
                ? "no tasks listed"
                : Words.percent(readiness.completion()) + " of the weighted work is done";
        return readiness.capReason() == null
                ? done
                : "at most " + Words.weight(readiness.cap()) + ": " + readiness.capReason() + "; " + done;
    }

    private static String coverage(MitigationCoverage coverage) {
        return coverage.ratio() == null
                ? NO_RISKS
                : Words.count(coverage.risks(), "risk", "risks") + ", " + coverage.proven()
                        + " with a mitigation that is proven";
    }

    private static String risks(Assessment.DeferredRisks risks) {
        List<String> parts = new ArrayList<>();
        parts.add(
                risks.risks().isEmpty()
                        ? NO_RISKS
                        : Words.count(risks.risks().size(), "risk", "risks") + ", 0 is best");
        add(parts, risks.resolved(), " resolved");
        add(parts, risks.duplicates(), " repeated");
        return String.join("; ", parts);
    }

    private static String tally(Assessment.Tasks tasks) {
        return tasks.total() == 0 ? "none" : tasks.done() + " of " + tasks.total();
    }

    private static String tasks(Assessment.Tasks tasks) {
        if (tasks.total() == 0) {
            return "no tasks listed";
        }
        List<String> parts = new ArrayList<>();
        add(parts, tasks.open(), " open");
        add(parts, tasks.inProgress(), " in progress");
        add(parts, tasks.blocked(), " blocked");
        add(parts, tasks.deferred(), " deferred");
        add(parts, tasks.notApplicable(), " not applicable");
        Assessment.TierCount critical = tasks.byTier().get(Tier.CRITICAL);
        add(parts, critical == null ? 0 : critical.open(), " of the critical tier not settled");
        add(parts, tasks.duplicates(), " repeated");
        return parts.isEmpty() ? "done" : "done; " + String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(number + what);
        }
    }
}
