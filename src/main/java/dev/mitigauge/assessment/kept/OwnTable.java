package dev.mitigauge.assessment.kept;

import java.time.Instant;

/**
 * A table in which a project asks for more than its organisation does.
 *
 * @param project name of the project
 * @param name of the table, such as {@code thresholds}
 * @param csv its rows, as they were put
 * @param created when it was first put
 * @param changed when it was put last
 * @param version grows with every change, from 1
 */
public record OwnTable(String project, String name, String csv, Instant created, Instant changed, long version) {
    public OwnTable {
        Checks.present("name", name);
        created = Checks.micros(created);
        changed = Checks.micros(changed);
    }
}
