package dev.mitigauge.assessment.project;

import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.ProjectStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the projects.
 *
 * @param items by name
 * @param next cursor of the next page, null if this is the last
 */
public record ProjectPage(List<ToldProject> items, @Nullable String next) {

    public ProjectPage {
        items = List.copyOf(items);
    }

    /** What is told of a page. */
    public static ProjectPage of(Page<ProjectStanding> page) {
        List<ToldProject> items = page.items().stream().map(ToldProject::of).toList();
        return new ProjectPage(items, page.more() ? items.get(items.size() - 1).name() : null);
    }
}
