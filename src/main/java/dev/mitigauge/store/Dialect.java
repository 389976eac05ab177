package dev.mitigauge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Where the two databases differ; their statements are the same otherwise. */
enum Dialect {
    SQLITE("sqlite", "select 'SQLite ' || sqlite_version() as version") {
        @Override
        @Nullable
        Instant instant(ResultSet row, String column) throws SQLException {
            String text = row.getString(column);
            return text == null ? null : Instant.parse(text);
        }

        @Override
        String tagged() {
            return "exists (select 1 from json_each(p.tags) where json_each.value = ?)";
        }

        /** Only one connection writes at a time. */
        @Override
        void lock(Session session, Lock lock, boolean alone) {}

        @Override
        void lock(Session session, String project) {}

        @Override
        String skipLocked() {
            return "";
        }

        /** The highest number stays as long as its project, so none comes twice in a project. */
        @Override
        String nextAssessment() {
            return "(select coalesce(max(number), 0) + 1 from assessment)";
        }
    },

    POSTGRESQL("postgresql", "select 'PostgreSQL ' || current_setting('server_version') as version") {
        @Override
        @Nullable
        Instant instant(ResultSet row, String column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }

        @Override
        String tagged() {
            return "p.tags @> jsonb_build_array(cast(? as text))";
        }

        @Override
        void lock(Session session, Lock lock, boolean alone) {
            String function = alone ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
            session.row("select " + function + "(?, ?) is null", row -> true, LOCKS, lock.number);
        }

        /** Two projects that share a number wait for each other without need. */
        @Override
        void lock(Session session, String project) {
            session.row(
                    "select pg_advisory_xact_lock(?, hashtext(?)) is null", row -> true, LOCKS_OF_PROJECTS, project);
        }

        @Override
        String skipLocked() {
            return " for update skip locked";
        }

        @Override
        String nextAssessment() {
            return "default";
        }
    };

    /** What a transaction can hold until it ends. */
    enum Lock {
        /** Documents and projects: shared by those who need them, alone for who removes them. */
        CONTENT(1),
        /** The end of the audit trail. */
        AUDIT(2),
        /**
         * The end of the log of events: until the transaction that wrote one has ended nobody writes the next, so that who reads them in the
         * order of their numbers misses none. Taken last, so that its holder waits for nobody.
         */
        EVENTS(3);

        private final int number;

        Lock(int number) {
            this.number = number;
        }
    }

    /** Any number that other programs in the same database are unlikely to use. */
    private static final int LOCKS = 0x6d697469;

    private static final int LOCKS_OF_PROJECTS = LOCKS + 1;

    private final String folder;
    private final String version;

    Dialect(String folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /** Asks for name and version of the database. */
    String version(Session session) {
        return session.row(version, row -> row.text("version")).orElseThrow();
    }

    /** Where its tables are described. */
    String migrations() {
        return "classpath:dev/mitigauge/store/" + folder;
    }

    /** Whether a project {@code p} has the tag that the question mark stands for. */
    abstract String tagged();

    abstract @Nullable Instant instant(ResultSet row, String column) throws SQLException;

    /** Waits for a lock that the transaction of this session then holds. */
    abstract void lock(Session session, Lock lock, boolean alone);

    /** Waits until nobody else judges that project, and has others wait until the transaction of this session ends. */
    abstract void lock(Session session, String project);

    /** What a selection ends with that leaves out what others are changing. */
    abstract String skipLocked();

    /** The number of an assessment that is kept now, higher than those of the others of its project. */
    abstract String nextAssessment();
}
