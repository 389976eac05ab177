package dev.mitigauge.report;

import dev.mitigauge.assessment.change.Path;
import dev.mitigauge.assessment.change.Worsening;
import dev.mitigauge.findings.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The path to the best verdict within reach, and when the answer gets worse without it. */
final class PathText {

    private static final int[] COLUMNS = {2, 6};
    private static final int TEXT = 15;
    private static final int[] DAYS = {2};
    private static final int BECAUSE = 14;

    private PathText() {}

    static void write(Path path, Page page) {
        page.heading(heading(path));
        @Nullable String before = null;
        for (int i = 0; i < path.steps().size(); i++) {
            Path.PathStep step = path.steps().get(i);
            String then = "to " + Words.points(step.readinessAfter()) + ", " + word(step.verdictAfter());
            write(i + 1, step, then.equals(before) ? "" : then, page);
            before = then;
        }
        String note = path.note();
        if (note != null) {
            page.line(2, Span.faint(note));
        }
    }

    private static String heading(Path path) {
        if (path.steps().isEmpty()) {
            return path.complete() ? "Path: nothing is left to do" : "Path: no better verdict is within reach";
        }
        String to = path.to() == Verdict.INSUFFICIENT_EVIDENCE
                ? "Path out of " + Words.of(Verdict.NOT_READY)
                : "Path to " + Words.of(path.to());
        return to + ": " + Words.count(path.steps().size(), "step", "steps") + ", about " + hours(path.hours());
    }

    private static void write(int number, Path.PathStep step, String then, Page page) {
        page.row(
                COLUMNS,
                new Span[] {Span.faint(number + "."), Span.strong(gain(step.gain()))},
                TEXT,
                Span.plain(step.action()),
                Span.faint("(" + step.source().at() + ", "
                        + (step.effort() == null ? "about " + hours(step.hours()) : step.effort()) + ")"),
                Span.faint(then));
    }

    static void write(List<Worsening> worsens, Page page) {
        page.heading("If nothing is done");
        if (worsens.isEmpty()) {
            page.line(2, Span.plain("no day was found on which the answer gets worse"));
        }
        for (Worsening worse : worsens) {
            page.row(
                    DAYS,
                    new Span[] {Span.strong(worse.date().toString())},
                    BECAUSE,
                    Span.plain("readiness " + Words.points(worse.readiness()) + ", " + word(worse.verdict())
                            + ", because"));
            worse.because().forEach(reason -> page.line(BECAUSE, Span.plain(reason)));
        }
    }

    private static String gain(double gain) {
        return (gain < 0 ? "" : "+") + Words.points(gain);
    }

    private static String word(Verdict verdict) {
        return Words.of(verdict).toLowerCase(Locale.ROOT);
    }

    /** Rounded as such numbers deserve: minutes below an hour, days from two on. */
    private static String hours(double hours) {
        if (hours < 1) {
            return Words.count(Math.max(5, Math.round(hours * 12) * 5), "minute", "minutes");
        }
        return hours < 16
                ? Words.count(Math.round(hours), "hour", "hours")
                : Words.count(Math.round(hours / 8), "day", "days");
    }
}
