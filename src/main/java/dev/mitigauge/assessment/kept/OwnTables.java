package dev.mitigauge.assessment.kept;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the tables of projects that ask for more than their organisation does. */
public interface OwnTables {

    /**
     * Puts a table; the project is created on first use.
     *
     * @param ifVersion the version that it must have; 0 if it must not be there; null for any
     * @param at when
     */
    Stored<Change<OwnTable>> put(String project, String name, String csv, @Nullable Long ifVersion, Instant at);

    /**
     * Removes a table.
     *
     * @param ifVersion the version that it must have, null for any
     */
    Stored<Removal> remove(String project, String name, @Nullable Long ifVersion);

    /** The table of that name. */
    Stored<Optional<OwnTable>> find(String project, String name);

    /** All tables of a project by name. */
    Stored<List<OwnTable>> of(String project);
}
