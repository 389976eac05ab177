package dev.mitigauge.assessment.kept;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the projects. */
public interface Projects {

    /**
     * The project of that name, created if it is not there.
     *
     * @param at when, for one that is created
     */
    Stored<Project> open(String name, Instant at);

    /**
     * Changes the details of a project, or creates it.
     *
     * @param ifVersion the version that it must have; 0 if it must not be there; null for any
     * @param at when, for one that is created
     */
    Stored<Change<Project>> put(String name, ProjectDetails details, @Nullable Long ifVersion, Instant at);

    /** The project and where it stands. */
    Stored<Optional<ProjectStanding>> find(String name);

    /**
     * All projects by name, or those with a tag.
     *
     * @param tag that they have, null for any and none
     * @param after the name after which the page begins, null for the first page
     * @param limit most items, 1 to {@value Page#LARGEST}
     */
    Stored<Page<ProjectStanding>> list(@Nullable String tag, @Nullable String after, int limit);

    /**
     * Removes a project with all that is kept of it: assessments, documents that nothing else needs, waivers, tables, idempotency keys.
     *
     * @param ifVersion the version that it must have, null for any
     */
    Stored<Removal> remove(String name, @Nullable Long ifVersion);
}
