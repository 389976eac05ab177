package dev.mitigauge.assessment.project;

import dev.mitigauge.assessment.kept.Project;
import dev.mitigauge.assessment.kept.ProjectStanding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project and where it stands.
 *
 * @param name its name
 * @param owner who answers for it, null if nobody was named
 * @param tags words to find it by
 * @param profile environment whose thresholds count for it, null for the default of the settings
 * @param created when it was first used
 * @param version grows with every change of owner, tags or profile
 * @param tables names of the tables in which it asks for more than its organisation does
 * @param latest its newest assessment, null if it has none
 */
public record ToldProject(
        String name,
        @Nullable String owner,
        List<String> tags,
        @Nullable String profile,
        Instant created,
        long version,
        List<String> tables,
        @Nullable ToldAssessment latest) {

    public ToldProject {
        tags = List.copyOf(tags);
        tables = List.copyOf(tables);
    }

    /** What is told of a project. */
    public static ToldProject of(ProjectStanding standing) {
        Project project = standing.project();
        return new ToldProject(
                project.name(),
                project.details().owner(),
                List.copyOf(project.details().tags()),
                project.details().profile(),
                project.created(),
                project.version(),
                standing.tables(),
                standing.latest() == null ? null : ToldAssessment.of(standing.latest()));
    }
}
