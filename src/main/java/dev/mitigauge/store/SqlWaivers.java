package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.Change;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.ProjectDetails;
import dev.mitigauge.assessment.kept.ProjectWaiver;
import dev.mitigauge.assessment.kept.Removal;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.kept.WaiverTerms;
import dev.mitigauge.assessment.kept.Waivers;
import dev.mitigauge.facts.Waiver;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waivers in a table. */
record SqlWaivers(Database database) implements Waivers {

    private static final String ALL = "select project, id, rule, item, section, owner, reason, expires, approver,"
            + " created, changed, version from waiver";

    @Override
    public Stored<Change<ProjectWaiver>> put(String project, WaiverTerms terms, @Nullable Long ifVersion, Instant at) {
        return database.write(session -> {
            session.share(Dialect.Lock.CONTENT);
            SqlProjects.create(session, project, ProjectDetails.NONE, at);
            boolean created = (ifVersion == null || ifVersion == 0) && create(session, project, terms, at);
            boolean changed = created || update(session, project, terms, ifVersion, at);
            @Nullable
            ProjectWaiver now = existing(session, project, terms.waiver().id()).orElse(null);
            return changed && now != null ? new Change.Saved<>(now, created) : new Change.Outdated<>(now);
        });
    }

    @Override
    public Stored<Removal> remove(String project, String id, @Nullable Long ifVersion) {
        return database.write(session -> {
            Optional<ProjectWaiver> now = existing(session, project, id);
            if (now.isEmpty()) {
                return Removal.ABSENT;
            }
            long version = now.get().version();
            boolean removed = (ifVersion == null || ifVersion == version)
                    && session.change(
                                    "delete from waiver where project = ? and id = ? and version = ?",
                                    project,
                                    id,
                                    version)
                            == 1;
            return removed ? Removal.REMOVED : Removal.OUTDATED;
        });
    }

    @Override
    public Stored<Optional<ProjectWaiver>> find(String project, String id) {
        return database.read(session -> existing(session, project, id));
    }

    @Override
    public Stored<List<ProjectWaiver>> of(String project) {
        return database.read(
                session -> session.rows(ALL + " where project = ? order by id", SqlWaivers::waiver, project));
    }

    @Override
    public Stored<List<ProjectWaiver>> expiring(LocalDate first, LocalDate last) {
        return database.read(session -> session.rows(
                ALL + " where expires between ? and ? order by expires, project, id", SqlWaivers::waiver, first, last));
    }

    /** Those whose last day is one of these and was not told yet, soonest first. */
    static List<ProjectWaiver> unannounced(Session session, LocalDate first, LocalDate last) {
        return session.rows(
                ALL + " where expires between ? and ? and (announced is null or announced <> expires)"
                        + " order by expires, project, id limit ?",
                SqlWaivers::waiver,
                first,
                last,
                Page.LARGEST);
    }

    /** Remembers that its last day was told; whether nobody had. */
    static boolean markAnnounced(Session session, ProjectWaiver kept) {
        Waiver waiver = kept.terms().waiver();
        return session.change(
                        "update waiver set announced = expires where project = ? and id = ? and expires = ?"
                                + " and (announced is null or announced <> expires)",
                        kept.project(),
                        waiver.id(),
                        waiver.expires())
                == 1;
    }

    private static Optional<ProjectWaiver> existing(Session session, String project, String id) {
        return session.row(ALL + " where project = ? and id = ?", SqlWaivers::waiver, project, id);
    }

    private static boolean create(Session session, String project, WaiverTerms terms, Instant at) {
        Waiver waiver = terms.waiver();
        return session.change(
                        "insert into waiver (project, id, rule, item, section, owner, reason, expires, approver, created,"
                                + " changed, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict do nothing",
                        project,
                        waiver.id(),
                        waiver.rule(),
                        waiver.item(),
                        terms.section(),
                        waiver.owner(),
                        waiver.reason(),
                        waiver.expires(),
                        terms.approver(),
                        at,
                        at)
                == 1;
    }

    private static boolean update(
            Session session, String project, WaiverTerms terms, @Nullable Long ifVersion, Instant at) {
        Waiver waiver = terms.waiver();
        // The version is compared with itself if any will do.
        return session.change(
                        "update waiver set rule = ?, item = ?, section = ?, owner = ?, reason = ?, expires = ?, approver = ?,"
                                + " changed = ?, version = version + 1"
                                + " where project = ? and id = ? and version = coalesce(cast(? as bigint), version)",
                        waiver.rule(),
                        waiver.item(),
                        terms.section(),
                        waiver.owner(),
                        waiver.reason(),
                        waiver.expires(),
                        terms.approver(),
                        at,
                        project,
                        waiver.id(),
                        ifVersion)
                == 1;
    }

    private static ProjectWaiver waiver(Row row) throws SQLException {
        Waiver waiver = new Waiver(
                row.text("id"),
                row.textOrNull("rule"),
                row.textOrNull("item"),
                row.text("owner"),
                row.text("reason"),
                row.day("expires"));
        return new ProjectWaiver(
                row.text("project"),
                new WaiverTerms(waiver, row.textOrNull("section"), row.textOrNull("approver")),
                row.instant("created"),
                row.instant("changed"),
                row.number("version"));
    }
}
