package dev.mitigauge.report;

import dev.mitigauge.assessment.Explanation;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.SourceRef;
import java.util.Map;
import java.util.stream.Collectors;

/** What a document was understood as on the whole. */
final class ExplanationSummary {

    private static final int[] COLUMNS = {2};
    private static final int TEXT = 18;

    private ExplanationSummary() {}

    static void write(Explanation explanation, Page page) {
        Document document = explanation.document();
        Explanation.Summary summary = explanation.summary();
        page.heading("Summary of " + document.name());
        row(page, "kind", Words.of(document.kind()) + (document.template() ? ", a form that nobody filled in" : ""));
        row(
                page,
                "understood",
                Words.percent(document.understood()) + " of the characters in "
                        + Words.count(document.lines(), "line", "lines"));
        unread(document, summary, page);
        row(page, "sections", Integer.toString(summary.sections()));
        row(page, "claims", Integer.toString(summary.claims()));
        row(page, "tasks", counts(summary.tasks()));
        row(page, "risks", counts(summary.risks()));
        row(page, "mitigations", counts(summary.mitigations()));
        row(page, "assumptions", Integer.toString(summary.assumptions()));
        row(page, "references", Integer.toString(summary.references()));
        if (summary.repeated() > 0) {
            row(page, "repeated", Words.count(summary.repeated(), "item counts", "items count") + " once, elsewhere");
        }
        if (document.protocol() != null) {
            row(page, "protocol", document.protocol());
        }
        String origin = SourcesText.origin(document.provenance());
        if (!origin.isEmpty()) {
            row(page, "origin", origin);
        }
    }

    private static void unread(Document document, Explanation.Summary summary, Page page) {
        if (!document.unread().isEmpty()) {
            row(
                    page,
                    "not understood",
                    Words.count(summary.unreadLines(), "line: ", "lines: ")
                            + document.unread().stream()
                                    .map(ExplanationSummary::range)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static String range(SourceRef source) {
        return source.line() == source.endLine()
                ? Integer.toString(source.line())
                : source.line() + "-" + source.endLine();
    }

    private static String counts(Map<? extends Enum<?>, Integer> counts) {
        int total = Explanation.Summary.total(counts);
        return counts.isEmpty()
                ? "0"
                : total + ": "
                        + counts.entrySet().stream()
                                .map(count -> count.getValue() + " " + Words.of(count.getKey()))
                                .collect(Collectors.joining(", "));
    }

    private static void row(Page page, String label, String value) {
        page.row(COLUMNS, new Span[] {Span.faint(label)}, TEXT, Span.plain(value));
    }
}
