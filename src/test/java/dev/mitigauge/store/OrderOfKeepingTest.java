package dev.mitigauge.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.Page;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier version kept, which knew no order but that of times. */
class OrderOfKeepingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldGoOnFromTheOrderOfTimesInAFile() throws SQLException {
        Path file = directory.resolve("a.db");
        keepAsBefore(Dialect.SQLITE, "jdbc:sqlite:" + file, "");

        try (SqlStore store = SqlStore.sqlite(file, StoreSettings.DEFAULT)) {
            shouldGoOn(store);
        }
    }

    @Test
    void shouldGoOnFromTheOrderOfTimesOnAServer() throws SQLException {
        String url = Postgres.database("order_of_keeping");
        keepAsBefore(Dialect.POSTGRESQL, url, "postgres");

        try (SqlStore store = SqlStore.postgresql(new StoreSettings(url, "postgres", null, 4, 5_000, 10_000, 0, 0))) {
            shouldGoOn(store);
            execute(url, "postgres", insert(Dialect.POSTGRESQL, "replica", "2026-01-01T00:00:00.000000Z"));
            assertThat(ids(store))
                    .as("a replica of the earlier version keeps one, too")
                    .startsWith("replica", "new");
        }
    }

    private static void shouldGoOn(SqlStore store) {
        assertThat(ids(store)).containsExactly("c", "b", "a", "z");
        store.history().keep(Made.of("ferry", "new", Made.NOON, "x")).orElseThrow();
        assertThat(ids(store)).containsExactly("new", "c", "b", "a", "z");
    }

    private static List<String> ids(SqlStore store) {
        return store.history().list("ferry", null, Page.LARGEST).orElseThrow().items().stream()
                .map(AssessmentSummary::id)
                .toList();
    }

    private static void keepAsBefore(Dialect dialect, String url, String user) throws SQLException {
        Flyway.configure()
                .dataSource(url, user, "")
                .locations(dialect.migrations())
                .target("3")
                .loggers("slf4j")
                .load()
                .migrate();
        execute(
                url,
                user,
                "insert into project (name, tags, created, version)"
                        + " values ('ferry', '[]', '2027-01-01T00:00:00.000000Z', 1)");
        execute(url, user, insert(dialect, "c", "2027-01-03T00:00:00.000000Z"));
        execute(url, user, insert(dialect, "a", "2027-01-02T00:00:00.000000Z"));
        execute(url, user, insert(dialect, "b", "2027-01-02T00:00:00.000000Z"));
        execute(url, user, insert(dialect, "z", "2027-01-01T00:00:00.000000Z"));
    }

    private static String insert(Dialect dialect, String id, String made) {
        return "insert into assessment (id, project, made, day, verdict, readiness, cap, deferred_risk, raw, confidence,"
                + " rules, profile, context, answer_size, answer) values ('" + id + "', 'ferry', '" + made
                + "', '2027-01-01', 'READY', 1, 1, 1, 1, 1, 'sha256:a', 'production', '{}', 0, "
                + (dialect == Dialect.SQLITE ? "x''" : "''") + ")";
    }

    private static void execute(String url, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
