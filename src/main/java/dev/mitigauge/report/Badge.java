package dev.mitigauge.report;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.findings.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of a project as a small picture, SVG, for pages that others keep. Says in words what it says in colours, and to those who hear
 * pages as well; white on each of the colours has a contrast of more than 4.5 to 1.
 */
public final class Badge {

    private static final String LABEL = "release";

    /** Of the font that most readers have at this size; {@code textLength} has the others fit. */
    private static final double CHARACTER = 6.4;

    private static final int PADDING = 12;

    private Badge() {}

    /**
     * The picture.
     *
     * @param latest newest assessment, null if there is none
     * @param now for its age
     */
    public static String svg(@Nullable AssessmentSummary latest, Instant now) {
        return latest == null
                ? svg("not assessed", "#595959")
                : svg(Words.of((Enum<?>) latest.verdict()) + ", " + age(latest.at(), now), color(latest.verdict()));
    }

    private static String svg(String message, String color) {
        int label = width(LABEL);
        int text = width(message);
        return String.format(
                Locale.ROOT,
                """
                    <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s: %3$s">
                    <title>%2$s: %3$s</title>
                    <clipPath id="round"><rect width="%1$d" height="20" rx="3"/></clipPath>
                    <g clip-path="url(#round)">
                    <rect width="%4$d" height="20" fill="#444"/>
                    <rect x="%4$d" width="%5$d" height="20" fill="%6$s"/>
                    </g>
                    <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" aria-hidden="true">
                    <text x="%7$d" y="14" textLength="%8$d">%2$s</text>
                    <text x="%9$d" y="14" textLength="%10$d">%3$s</text>
                    </g>
                    </svg>
                    """,
                label + text,
                LABEL,
                message,
                label,
                text,
                color,
                label / 2,
                label - PADDING,
                label + text / 2,
                text - PADDING);
    }

    private static String age(Instant then, Instant now) {
        long days = ChronoUnit.DAYS.between(
                then.atOffset(ZoneOffset.UTC).toLocalDate(),
                now.atOffset(ZoneOffset.UTC).toLocalDate());
        return days < 1 ? "today" : Words.count(days, "day", "days") + " ago";
    }

    private static String color(Verdict verdict) {
        return switch (verdict) {
            case READY -> "#2e7d32";
            case READY_WITH_CONDITIONS -> "#8a5300";
            case NOT_READY -> "#b3261e";
            case INSUFFICIENT_EVIDENCE -> "#595959";
        };
    }

    private static int width(String text) {
        return (int) Math.round(text.length() * CHARACTER) + PADDING;
    }
}
