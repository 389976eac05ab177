package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.Change;
import dev.mitigauge.assessment.kept.OwnTable;
import dev.mitigauge.assessment.kept.OwnTables;
import dev.mitigauge.assessment.kept.ProjectDetails;
import dev.mitigauge.assessment.kept.Removal;
import dev.mitigauge.assessment.kept.Stored;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables of projects in a table. */
record SqlOwnTables(Database database) implements OwnTables {

    private static final String ALL = "select project, name, csv, created, changed, version from own_table";

    @Override
    public Stored<Change<OwnTable>> put(String project, String name, String csv, @Nullable Long ifVersion, Instant at) {
        return database.write(session -> {
            session.share(Dialect.Lock.CONTENT);
            SqlProjects.create(session, project, ProjectDetails.NONE, at);
            boolean created = (ifVersion == null || ifVersion == 0) && create(session, project, name, csv, at);
            boolean changed = created || update(session, project, name, csv, ifVersion, at);
            @Nullable OwnTable now = existing(session, project, name).orElse(null);
            return changed && now != null ? new Change.Saved<>(now, created) : new Change.Outdated<>(now);
        });
    }

    @Override
    public Stored<Removal> remove(String project, String name, @Nullable Long ifVersion) {
        return database.write(session -> {
            Optional<OwnTable> now = existing(session, project, name);
            if (now.isEmpty()) {
                return Removal.ABSENT;
            }
            long version = now.get().version();
            boolean removed = (ifVersion == null || ifVersion == version)
                    && session.change(
                                    "delete from own_table where project = ? and name = ? and version = ?",
                                    project,
                                    name,
                                    version)
                            == 1;
            return removed ? Removal.REMOVED : Removal.OUTDATED;
        });
    }

    @Override
    public Stored<Optional<OwnTable>> find(String project, String name) {
        return database.read(session -> existing(session, project, name));
    }

    @Override
    public Stored<List<OwnTable>> of(String project) {
        return database.read(
                session -> session.rows(ALL + " where project = ? order by name", SqlOwnTables::table, project));
    }

    private static Optional<OwnTable> existing(Session session, String project, String name) {
        return session.row(ALL + " where project = ? and name = ?", SqlOwnTables::table, project, name);
    }

    private static boolean create(Session session, String project, String name, String csv, Instant at) {
        return session.change(
                        "insert into own_table (project, name, csv, created, changed, version) values (?, ?, ?, ?, ?, 1)"
                                + " on conflict do nothing",
                        project,
                        name,
                        csv,
                        at,
                        at)
                == 1;
    }

    private static boolean update(
            Session session, String project, String name, String csv, @Nullable Long ifVersion, Instant at) {
        // The version is compared with itself if any will do.
        return session.change(
                        "update own_table set csv = ?, changed = ?, version = version + 1"
                                + " where project = ? and name = ? and version = coalesce(cast(? as bigint), version)",
                        csv,
                        at,
                        project,
                        name,
                        ifVersion)
                == 1;
    }

    private static OwnTable table(Row row) throws SQLException {
        return new OwnTable(
                row.text("project"),
                row.text("name"),
                row.text("csv"),
                row.instant("created"),
                row.instant("changed"),
                row.number("version"));
    }
}
