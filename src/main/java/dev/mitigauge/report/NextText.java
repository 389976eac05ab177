package dev.mitigauge.report;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.change.Path;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do: the conditions, then the actions with their gain, or where none were computed the remedies of what was found. */
final class NextText {

    private static final int SHOWN = 7;
    private static final int[] COLUMNS = {2};
    private static final int GAIN = 9;

    private NextText() {}

    static void write(Assessment assessment, Page page) {
        @Nullable Path path = assessment.path();
        if (!assessment.conditions().isEmpty()) {
            page.heading("Conditions");
            writeConditions(assessment, page);
        }
        if (path == null || path.steps().isEmpty()) {
            writeNext(assessment, page);
        }
        if (path != null && assessment.verdict() != Verdict.READY) {
            PathText.write(path, page);
        }
        if (assessment.worsens() != null) {
            PathText.write(assessment.worsens(), page);
        }
    }

    /** What a path tells better: one by one, without what they bring together. */
    private static void writeNext(Assessment assessment, Page page) {
        if (assessment.nextActions().isEmpty()) {
            writeRemedies(page, remedies(assessment));
        } else {
            page.heading("What next, and the points of readiness that it brings");
            assessment.nextActions().forEach(action -> write(page, action));
        }
    }

    private static void writeConditions(Assessment assessment, Page page) {
        if (assessment.conditionDetails().isEmpty()) {
            assessment.conditions().forEach(condition -> item(page, condition));
        }
        for (Assessment.ConditionDetail condition : assessment.conditionDetails()) {
            String rules = String.join(", ", condition.rules());
            String at = condition.sources().isEmpty() ? "" : "; " + Words.at(condition.sources());
            page.row(
                    COLUMNS,
                    new Span[] {Span.plain("-")},
                    4,
                    Span.plain(condition.condition()),
                    Span.faint("(" + rules + at + ")"));
        }
    }

    private static void write(Page page, Assessment.NextAction action) {
        page.row(
                COLUMNS,
                new Span[] {Span.strong((action.gain() < 0 ? "" : "+") + Words.points(action.gain()))},
                GAIN,
                Span.plain(action.action()),
                Span.faint("(" + action.source().at() + ")"),
                Span.faint("to " + Words.points(action.readinessAfter()) + ", "
                        + Words.of(action.verdictAfter()).toLowerCase(java.util.Locale.ROOT)));
    }

    private static void writeRemedies(Page page, List<String> remedies) {
        if (remedies.isEmpty()) {
            return;
        }
        page.heading("What next");
        remedies.stream().limit(SHOWN).forEach(remedy -> item(page, remedy));
        int more = remedies.size() - SHOWN;
        if (more > 0) {
            page.line(2, Span.faint("and " + more + " more; the format json lists all"));
        }
    }

    private static void item(Page page, String text) {
        page.row(COLUMNS, new Span[] {Span.plain("-")}, 4, Span.plain(text));
    }

    /** Worst first, each once, without what the conditions say already. */
    private static List<String> remedies(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.level() != Level.NOTE)
                .map(Finding::remedy)
                .filter(remedy -> !assessment.conditions().contains(remedy))
                .distinct()
                .toList();
    }
}
