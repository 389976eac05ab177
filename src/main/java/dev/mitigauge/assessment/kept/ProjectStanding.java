package dev.mitigauge.assessment.kept;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project and where it stands.
 *
 * @param project the project
 * @param latest its newest assessment, null if it has none
 * @param tables names of the tables in which it asks for more than its organisation does, sorted
 */
public record ProjectStanding(Project project, @Nullable AssessmentSummary latest, List<String> tables) {
    public ProjectStanding {
        tables = List.copyOf(tables);
    }
}
