package dev.mitigauge.report;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.ProfileSource;
import dev.mitigauge.findings.Verdict;
import org.jspecify.annotations.Nullable;

/** The headline. */
final class VerdictText {

    private VerdictText() {}

    static void write(Assessment assessment, Page page) {
        String context = "(" + assessment.rules().profile()
                + because(assessment.rules().profileFrom()) + ", as of " + assessment.asOf() + ")";
        page.line(0, new Span(Words.of(assessment.verdict()), style(assessment.verdict())), Span.faint(context));
        page.line(0, Span.plain(assessment.reason()));
    }

    /** A profile that nobody asked for is told with what chose it. */
    private static String because(@Nullable ProfileSource from) {
        return from == ProfileSource.DEPLOYMENT
                ? " by the deployment"
                : from == ProfileSource.DOCUMENTS ? " by the title" : "";
    }

    static Span.Style style(Verdict verdict) {
        return switch (verdict) {
            case READY -> Span.Style.GOOD;
            case READY_WITH_CONDITIONS, INSUFFICIENT_EVIDENCE -> Span.Style.CAUTION;
            case NOT_READY -> Span.Style.BAD;
        };
    }
}
