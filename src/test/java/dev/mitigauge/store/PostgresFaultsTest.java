package dev.mitigauge.store;

import static dev.mitigauge.store.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.Secret;
import dev.mitigauge.assessment.kept.Keeping;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Stored;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a server, what the caller sees, and that it works again once the fault is gone. */
class PostgresFaultsTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(10);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldSurviveThatTheServerComesLateAndGoesAndComesBack() throws IOException {
        int port = freePort();
        try (SqlStore store = store("jdbc:postgresql://127.0.0.1:" + port + "/postgres")) {
            assertThat(cause(store.check())).as("not there yet").isEqualTo(Outage.Cause.UNREACHABLE);
            try (EmbeddedPostgres first = server(port)) {
                assertThat(first.getPort()).isEqualTo(port);
                recovered(() -> keep(store, "before"));
            }
            assertThat(cause(keep(store, "during"))).as("stopped").isEqualTo(Outage.Cause.UNREACHABLE);
            assertThat(cause(store.history().latest("ferry"))).isEqualTo(Outage.Cause.UNREACHABLE);

            try (EmbeddedPostgres second = server(port)) {
                assertThat(second.getPort()).isEqualTo(port);
                recovered(() -> keep(store, "after"));

                assertThat(store.history().find("before").orElseThrow()).isPresent();
                assertThat(store.history().find("during").orElseThrow()).isEmpty();
            }
        }
    }

    @Test
    void shouldSayThatItIsReadOnly() throws SQLException {
        try (SqlStore store = store(Postgres.database("read_only"))) {
            keep(store, "before").orElseThrow();
            sql("alter database read_only set default_transaction_read_only = on", disconnect("read_only"));

            assertThat(cause(eventually(() -> keep(store, "during"), Outage.Cause.READ_ONLY)))
                    .isEqualTo(Outage.Cause.READ_ONLY);
            assertThat(store.history().find("before").orElseThrow()).isPresent();

            sql("alter database read_only set default_transaction_read_only = off", disconnect("read_only"));
            recovered(() -> keep(store, "after"));
        }
    }

    @Test
    void shouldSayThatAnotherHasLockedIt() throws SQLException {
        String url = Postgres.database("locked");
        try (SqlStore store = store(url)) {
            keep(store, "before").orElseThrow();
            try (Connection other = DriverManager.getConnection(url, "postgres", "");
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("lock table assessment");

                assertThat(cause(keep(store, "during"))).isEqualTo(Outage.Cause.BUSY);
                other.rollback();
            }

            keep(store, "during").orElseThrow();
        }
    }

    @Test
    void shouldSayThatItMayNot() throws SQLException {
        String url = Postgres.database("guarded");
        sql("create role visitor login");
        try (Connection owner = DriverManager.getConnection(url, "postgres", "");
                Statement statement = owner.createStatement()) {
            statement.execute("revoke create on schema public from public");
        }

        try (SqlStore store = store(url, "visitor");
                SqlStore nobody = store(url, "nobody")) {
            assertThat(cause(store.check())).as("no tables of its own").isEqualTo(Outage.Cause.DENIED);
            assertThat(cause(nobody.check())).as("no such role").isEqualTo(Outage.Cause.DENIED);
        } finally {
            sql("drop role visitor");
        }
    }

    @Test
    void shouldSayThatThereIsNoSuchDatabase() {
        try (SqlStore store = store(Postgres.url().replace("/postgres", "/nowhere"))) {
            Stored<String> answer = store.check();

            assertThat(cause(answer)).isEqualTo(Outage.Cause.UNREACHABLE);
            assertThat(((Stored.Unavailable<String>) answer).outage().toString())
                    .isEqualTo("the database can't be reached: FATAL: database \"nowhere\" does not exist")
                    .doesNotContain("hush");
        }
    }

    private static String disconnect(String database) {
        return "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'";
    }

    private static void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Postgres.url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static SqlStore store(String url) {
        return store(url, "postgres");
    }

    private static SqlStore store(String url, String user) {
        return SqlStore.postgresql(new StoreSettings(url, user, new Secret("hush"), 4, 500, 10_000, 0, 0));
    }

    private static Stored<Keeping> keep(SqlStore store, String id) {
        return store.history().keep(Made.of("ferry", id, NOON, "a"));
    }

    /** A connection that the server has ended is noticed when it is used, so that one call each may fail meanwhile. */
    private static void recovered(Supplier<Stored<Keeping>> call) {
        Stored<Keeping> answer = call.get();
        long until = System.nanoTime() + PATIENCE;
        while (answer instanceof Stored.Unavailable<Keeping> && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(MOMENT);
            answer = call.get();
        }
        assertThat(answer).isInstanceOf(Stored.Done.class);
    }

    private static Stored<Keeping> eventually(Supplier<Stored<Keeping>> call, Outage.Cause cause) {
        Stored<Keeping> answer = call.get();
        long until = System.nanoTime() + PATIENCE;
        while (cause(answer) != cause && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(MOMENT);
            answer = call.get();
        }
        return answer;
    }

    private static Outage.Cause cause(Stored<?> stored) {
        assertThat(stored).isInstanceOf(Stored.Unavailable.class);
        return ((Stored.Unavailable<?>) stored).outage().cause();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
