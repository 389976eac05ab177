package dev.mitigauge.report;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.Simulation;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be: the verdict and the scores before and after, and what is no longer found or found anew. */
public final class SimulationText {

    private static final int[] SCORES = {2, 23, 34};
    private static final int GAIN = 45;
    private static final int[] FINDINGS = {2, 8};
    private static final int FINDING = 17;

    private SimulationText() {}

    /** The whole report, lines ended by {@code \n}. */
    public static String render(Simulation simulation, TextOptions options) {
        Page page = new Page(options);
        verdict(simulation, page);
        page.heading("What if");
        simulation.changes().forEach(change -> page.line(2, Span.plain(change)));
        scores(simulation, page);
        findings("No longer found", simulation.difference().gone(), page);
        findings("Found anew", simulation.difference().added(), page);
        after(simulation.after(), page);
        return page.toString();
    }

    private static void verdict(Simulation simulation, Page page) {
        Verdict before = simulation.before().verdict();
        Verdict after = simulation.after().verdict();
        page.line(
                0,
                new Span(Words.of(before), VerdictText.style(before)),
                Span.plain(before == after ? "stays" : "becomes"),
                new Span(Words.of(after), VerdictText.style(after)));
        page.line(0, Span.plain(simulation.after().reason()));
    }

    private static void scores(Simulation simulation, Page page) {
        Assessment before = simulation.before();
        Assessment after = simulation.after();
        Simulation.Difference difference = simulation.difference();
        page.heading("Scores, before and after");
        row(
                page,
                "Readiness",
                Words.points(before.readiness().score()),
                Words.points(after.readiness().score()),
                signed(difference.readiness()));
        row(
                page,
                "Mitigation coverage",
                share(before.mitigationCoverage().ratio()),
                share(after.mitigationCoverage().ratio()),
                "");
        row(
                page,
                "Deferred risk",
                Words.points(before.deferredRisk().score()),
                Words.points(after.deferredRisk().score()),
                signed(difference.deferredRisk()));
        row(
                page,
                "Confidence",
                Words.percentRoundedDown(before.confidence()),
                Words.percentRoundedDown(after.confidence()),
                "");
    }

    private static void row(Page page, String name, String before, String after, String difference) {
        page.row(
                SCORES,
                new Span[] {Span.plain(name), Span.plain(before), Span.strong(after)},
                GAIN,
                Span.plain(difference));
    }

    private static String share(@Nullable Double ratio) {
        return ratio == null ? "absent" : Words.percent(ratio);
    }

    private static String signed(double difference) {
        String points = Words.points(difference);
        return points.startsWith("-") ? points : "+" + points;
    }

    private static void findings(String heading, List<Finding> findings, Page page) {
        if (findings.isEmpty()) {
            return;
        }
        page.heading(heading);
        for (Finding finding : findings) {
            page.row(
                    FINDINGS,
                    new Span[] {Span.plain(level(finding)), Span.plain(finding.rule())},
                    FINDING,
                    Span.plain(finding.message()),
                    Span.faint(finding.sources().isEmpty() ? "" : "(" + Words.at(finding.sources()) + ")"));
        }
    }

    private static String level(Finding finding) {
        return switch (finding.level()) {
            case BLOCKER -> "block";
            case WARNING -> "warn";
            case NOTE -> "note";
        };
    }

    private static void after(Assessment after, Page page) {
        after.contributions().forEach(account -> WhyText.write(account, page));
        if (after.path() != null && after.verdict() != Verdict.READY) {
            PathText.write(after.path(), page);
        }
    }
}
