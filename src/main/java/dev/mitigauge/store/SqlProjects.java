package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.Change;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Project;
import dev.mitigauge.assessment.kept.ProjectDetails;
import dev.mitigauge.assessment.kept.ProjectName;
import dev.mitigauge.assessment.kept.ProjectStanding;
import dev.mitigauge.assessment.kept.Projects;
import dev.mitigauge.assessment.kept.Removal;
import dev.mitigauge.assessment.kept.Stored;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Projects in tables. */
record SqlProjects(Database database) implements Projects {

    private static final String COLUMNS = "p.name, p.owner, p.tags, p.profile, p.created, p.version";
    private static final String TABLES =
            "(select string_agg(t.name, ',' order by t.name) from own_table t where t.project = p.name) as tables";
    private static final String STANDING = "select " + COLUMNS + ", " + TABLES + ", " + Summaries.COLUMNS
            + " from project p"
            + " left join assessment a on a.id = (select n.id from assessment n where n.project = p.name"
            + " order by n.number desc limit 1)";
    private static final String BY_NAME = " order by p.name limit ?";

    @Override
    public Stored<Project> open(String name, Instant at) {
        return database.write(session -> {
            create(session, name, ProjectDetails.NONE, at);
            return existing(session, name).orElseThrow();
        });
    }

    @Override
    public Stored<Change<Project>> put(String name, ProjectDetails details, @Nullable Long ifVersion, Instant at) {
        return database.write(session -> {
            boolean created = (ifVersion == null || ifVersion == 0) && create(session, name, details, at);
            boolean changed = created || update(session, name, details, ifVersion);
            @Nullable Project now = existing(session, name).orElse(null);
            return changed && now != null ? new Change.Saved<>(now, created) : new Change.Outdated<>(now);
        });
    }

    @Override
    public Stored<Optional<ProjectStanding>> find(String name) {
        return database.read(session -> session.row(STANDING + " where p.name = ?", SqlProjects::standing, name));
    }

    @Override
    public Stored<Page<ProjectStanding>> list(@Nullable String tag, @Nullable String after, int limit) {
        int most = Page.checked(limit);
        String from = after == null ? "" : after;
        return database.read(session -> Page.of(
                tag == null
                        ? session.rows(STANDING + " where p.name > ?" + BY_NAME, SqlProjects::standing, from, most + 1)
                        : session.rows(
                                STANDING + " where p.name > ? and "
                                        + session.dialect().tagged() + BY_NAME,
                                SqlProjects::standing,
                                from,
                                tag,
                                most + 1),
                most));
    }

    @Override
    public Stored<Removal> remove(String name, @Nullable Long ifVersion) {
        return database.write(session -> {
            // Nobody may begin to keep something of a project that is about to go.
            session.take(Dialect.Lock.CONTENT);
            Optional<Project> now = existing(session, name);
            if (now.isEmpty()) {
                return Removal.ABSENT;
            }
            if (ifVersion != null && ifVersion != now.get().version()) {
                return Removal.OUTDATED;
            }
            removeAll(session, name);
            return Removal.REMOVED;
        });
    }

    /** What has no row of its own in the tables here goes with the rows that it belongs to. */
    private static void removeAll(Session session, String name) {
        List<String> documents = session.rows(
                "select distinct d.sha256 from assessment a join assessment_document d on d.assessment = a.id"
                        + " where a.project = ?",
                row -> row.text("sha256"),
                name);
        for (String table : List.of("assessment", "waiver", "own_table")) {
            session.change("delete from " + table + " where project = ?", name);
        }
        session.change("delete from project where name = ?", name);
        Content.removeUnused(session, documents);
    }

    /** Whether there was none of that name. */
    static boolean create(Session session, String name, ProjectDetails details, Instant at) {
        return session.change(
                        "insert into project (name, owner, tags, profile, created, version) values (?, ?, ?, ?, ?, 1)"
                                + " on conflict do nothing",
                        ProjectName.checked(name),
                        details.owner(),
                        Json.write(details.tags()),
                        details.profile(),
                        at)
                == 1;
    }

    private static boolean update(Session session, String name, ProjectDetails details, @Nullable Long ifVersion) {
        String sql = "update project set owner = ?, tags = ?, profile = ?, version = version + 1 where name = ?";
        String tags = Json.write(details.tags());
        return ifVersion == null
                ? session.change(sql, details.owner(), tags, details.profile(), name) == 1
                : session.change(sql + " and version = ?", details.owner(), tags, details.profile(), name, ifVersion)
                        == 1;
    }

    private static Optional<Project> existing(Session session, String name) {
        return session.row("select " + COLUMNS + " from project p where name = ?", SqlProjects::project, name);
    }

    private static Project project(Row row) throws SQLException {
        ProjectDetails details =
                new ProjectDetails(row.textOrNull("owner"), Json.words(row.text("tags")), row.textOrNull("profile"));
        return new Project(row.text("name"), details, row.instant("created"), row.number("version"));
    }

    private static ProjectStanding standing(Row row) throws SQLException {
        @Nullable String tables = row.textOrNull("tables");
        return new ProjectStanding(
                project(row),
                row.textOrNull("a_id") == null ? null : Summaries.read(row),
                tables == null ? List.of() : List.of(tables.split(",", -1)));
    }
}
