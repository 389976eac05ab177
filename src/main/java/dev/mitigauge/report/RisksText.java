package dev.mitigauge.report;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.findings.Standing;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The deferred risks, largest residual first, each with what is in place and what does not count. */
final class RisksText {

    private static final int LONGEST_ID = 24;
    private static final int SHOWN = 20;

    private RisksText() {}

    static void write(Assessment.DeferredRisks risks, Page page) {
        if (risks.risks().isEmpty()) {
            return;
        }
        page.heading("Deferred risks, most residual risk first");
        int id = 2
                + risks.risks().stream()
                        .limit(SHOWN)
                        .mapToInt(risk -> Math.min(LONGEST_ID, Printable.columns(id(risk))))
                        .max()
                        .orElse(0);
        int[] columns = {2, id + 2, id + 12};
        int text = id + 26;
        page.row(
                columns,
                new Span[] {Span.faint("id"), Span.faint("severity"), Span.faint("residual")},
                text,
                Span.faint("what, and what is in place"));
        risks.risks().stream().limit(SHOWN).forEach(risk -> write(page, risk, columns, text));
        int more = risks.risks().size() - SHOWN;
        if (more > 0) {
            page.line(
                    2,
                    Span.faint(
                            "and " + Words.count(more, "smaller one", "smaller ones") + "; the format json lists all"));
        }
    }

    private static void write(Page page, Assessment.Risk risk, int[] columns, int text) {
        page.row(
                columns,
                new Span[] {
                    Span.strong(id(risk)),
                    new Span(Words.of(risk.severity()), style(risk.severity())),
                    Span.plain(Words.weight(risk.residual()) + " from " + Words.weight(risk.inherent()))
                },
                text,
                Span.plain(risk.title()),
                Span.faint("(" + risk.source().at() + ")"));
        page.line(text, Span.plain(mitigations(risk, standing -> counts(standing), "in place: ", "nothing in place")));
        String idle = mitigations(risk, standing -> !counts(standing), "does not count: ", "");
        if (!idle.isEmpty()) {
            page.line(text, Span.plain(idle));
        }
        String kept = kept(risk);
        if (!kept.isEmpty()) {
            page.line(text, Span.faint(kept));
        }
        if (risk.interest() > 1) {
            page.line(text, Span.plain("overdue: grown by " + Words.percent(risk.interest() - 1)));
        }
    }

    /** Who looks after it, and when next; nothing if nobody says. */
    private static String kept(Assessment.Risk risk) {
        return Stream.of(owner(risk), review(risk))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String owner(Assessment.Risk risk) {
        Assessment.FileOwner codeOwner = risk.codeOwner();
        return risk.owner() != null
                ? "owner: " + risk.owner()
                : codeOwner != null ? "owner of the file: " + codeOwner.owners() : "";
    }

    private static String review(Assessment.Risk risk) {
        return risk.reviewDate() != null
                ? "review: " + risk.reviewDate()
                : risk.reviewTrigger() != null ? "review: " + risk.reviewTrigger() : "";
    }

    private static String id(Assessment.Risk risk) {
        return Printable.shortened(risk.id(), LONGEST_ID);
    }

    private static String mitigations(Assessment.Risk risk, Predicate<Standing> which, String label, String none) {
        List<Assessment.Mitigation> chosen = risk.mitigations().stream()
                .filter(mitigation -> which.test(mitigation.standing()))
                .toList();
        return chosen.isEmpty()
                ? none
                : chosen.stream()
                        .map(mitigation -> mitigation.text() + " [" + Words.of(mitigation.standing()) + "]")
                        .collect(Collectors.joining(", ", label, ""));
    }

    private static boolean counts(Standing standing) {
        return switch (standing) {
            case CLAIMED, REFERENCED, VERIFIED -> true;
            case PLANNED, VOID, BROKEN, EXPIRED -> false;
        };
    }

    private static Span.Style style(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> Span.Style.BAD;
            case MEDIUM, UNRATED -> Span.Style.CAUTION;
            case LOW, NONE -> Span.Style.PLAIN;
        };
    }
}
