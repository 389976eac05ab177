package dev.mitigauge.assessment.project;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the assessments of a project.
 *
 * @param items newest first
 * @param next cursor of the next page, null if this is the last
 */
public record AssessmentPage(
        List<ToldAssessment> items, @Nullable String next) {

    public AssessmentPage {
        items = List.copyOf(items);
    }

    /** What is told of a page. */
    public static AssessmentPage of(Page<AssessmentSummary> page) {
        return new AssessmentPage(page.items().stream().map(ToldAssessment::of).toList(), next(page));
    }

    /** The cursor of the page after that one. */
    static @Nullable String next(Page<AssessmentSummary> page) {
        return page.more()
                ? page.items().get(page.items().size() - 1).position().text()
                : null;
    }
}
