package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.AuditTrail;
import dev.mitigauge.assessment.kept.History;
import dev.mitigauge.assessment.kept.Outbox;
import dev.mitigauge.assessment.kept.OwnTables;
import dev.mitigauge.assessment.kept.Projects;
import dev.mitigauge.assessment.kept.RuleHistory;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.StoreListener;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.kept.Swept;
import dev.mitigauge.assessment.kept.Tokens;
import dev.mitigauge.assessment.kept.Waivers;
import java.nio.file.Path;
import java.time.Instant;

/** All that is kept, in one database. */
public final class SqlStore implements Store {

    private final Database database;
    private final Sweep sweep;

    SqlStore(Database database, StoreSettings settings) {
        this.database = database;
        this.sweep = new Sweep(database, settings);
    }

    /**
     * Opens a file of SQLite, made at the first call if it is missing. Does not wait for it.
     *
     * @param file in a directory that this process can write to
     */
    public static SqlStore sqlite(Path file, StoreSettings settings) {
        return sqlite(file, settings, StoreListener.NONE);
    }

    /** The same, with somebody who is told how it does. */
    public static SqlStore sqlite(Path file, StoreSettings settings, StoreListener listener) {
        return new SqlStore(SqliteDatabase.open(file, settings, listener), settings);
    }

    /** Opens the database of PostgreSQL that the settings name. Does not wait for it. */
    public static SqlStore postgresql(StoreSettings settings) {
        return postgresql(settings, StoreListener.NONE);
    }

    /** The same, with somebody who is told how it does. */
    public static SqlStore postgresql(StoreSettings settings, StoreListener listener) {
        return new SqlStore(PostgresDatabase.open(settings, listener), settings);
    }

    @Override
    public Projects projects() {
        return new SqlProjects(database);
    }

    @Override
    public History history() {
        return new SqlHistory(database);
    }

    @Override
    public Waivers waivers() {
        return new SqlWaivers(database);
    }

    @Override
    public OwnTables tables() {
        return new SqlOwnTables(database);
    }

    @Override
    public RuleHistory rules() {
        return new SqlRuleHistory(database);
    }

    @Override
    public Tokens tokens() {
        return new SqlTokens(database);
    }

    @Override
    public AuditTrail audit() {
        return new SqlAuditTrail(database);
    }

    @Override
    public Outbox outbox() {
        return new SqlOutbox(database);
    }

    @Override
    public Stored<String> check() {
        return database.check();
    }

    @Override
    public Stored<Swept> sweep(Instant now) {
        return sweep.run(now);
    }

    @Override
    public void close() {
        database.close();
    }

    Database database() {
        return database;
    }
}
