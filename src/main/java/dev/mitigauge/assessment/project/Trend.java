package dev.mitigauge.assessment.project;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.findings.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a project moved, to be drawn.
 *
 * @param project its name
 * @param points oldest first
 * @param next cursor of the points before these, null if there are none
 */
public record Trend(
        String project, List<Point> points, @Nullable String next) {

    public Trend {
        points = List.copyOf(points);
    }

    /**
     * One assessment.
     *
     * @param id by which the whole is found
     * @param at when it was made
     * @param verdict the answer
     * @param readinessScore 0 to 100
     * @param completion 0 to 1, null without tasks
     * @param mitigationCoverage 0 to 1, null without risks
     * @param deferredRiskScore 0 to 100
     * @param confidence 0 to 1
     * @param rules digest of the rule set: where it changes, so may the scores
     * @param profile whose thresholds counted
     */
    public record Point(
            String id,
            Instant at,
            Verdict verdict,
            double readinessScore,
            @Nullable Double completion,
            @Nullable Double mitigationCoverage,
            double deferredRiskScore,
            double confidence,
            String rules,
            String profile) {

        static Point of(AssessmentSummary kept) {
            return new Point(
                    kept.id(),
                    kept.at(),
                    kept.verdict(),
                    kept.readiness(),
                    kept.completion(),
                    kept.coverage(),
                    kept.deferredRisk(),
                    kept.confidence(),
                    kept.rules(),
                    kept.profile());
        }
    }

    /** Of a page of assessments, which come newest first. */
    public static Trend of(String project, Page<AssessmentSummary> page) {
        List<Point> points =
                new ArrayList<>(page.items().stream().map(Point::of).toList());
        Collections.reverse(points);
        return new Trend(project, points, AssessmentPage.next(page));
    }
}
