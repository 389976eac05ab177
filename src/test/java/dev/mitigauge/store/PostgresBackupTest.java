package dev.mitigauge.store;

import static dev.mitigauge.store.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.Programs;
import dev.mitigauge.assessment.kept.AuditCheck;
import dev.mitigauge.assessment.kept.AuditEvent;
import dev.mitigauge.assessment.kept.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is backed up and restored by its own tools, as {@code src/docs/backup-plan.md} says. */
class PostgresBackupTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldRestoreAllThatWasKeptBefore() throws IOException, InterruptedException, SQLException {
        String dump = Programs.needed("pg_dump", "postgresql-client").toString();
        String restore = Programs.needed("pg_restore", "postgresql-client").toString();
        String file = directory.resolve("mitigauge.dump").toString();
        String source = Postgres.database("backed_up");
        try (SqlStore store = open(source)) {
            keep(store, "before");
            run(dump, "--format=custom", "--file=" + file, uri(source));
            keep(store, "after");
        }
        String target = Postgres.database("restored");
        try (SqlStore store = open(target)) {
            keep(store, "in the way");
        }

        run(restore, "--clean", "--if-exists", "--dbname=" + uri(target), file);

        try (SqlStore store = open(target)) {
            assertThat(ids(store)).containsExactly("before");
            assertThat(store.audit().verify(null).orElseThrow()).isInstanceOf(AuditCheck.Sound.class);
            keep(store, "afterwards");
            assertThat(ids(store)).containsExactlyInAnyOrder("before", "afterwards");
        }
    }

    private static SqlStore open(String url) {
        StoreSettings usual = StoreSettings.DEFAULT;
        return SqlStore.postgresql(new StoreSettings(
                url,
                "postgres",
                null,
                usual.connections(),
                usual.waitMillis(),
                usual.statementMillis(),
                usual.keepPerProject(),
                usual.keepDays()));
    }

    private static void keep(SqlStore store, String id) {
        store.audit()
                .append(new AuditEvent(NOON, "ada", "keep", id, "done", null))
                .orElseThrow();
        store.history().keep(Made.of("ferry", id, NOON, "document " + id)).orElseThrow();
    }

    private static List<String> ids(SqlStore store) {
        return store.history().list("ferry", null, Page.LARGEST).orElseThrow().items().stream()
                .map(each -> each.id())
                .toList();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(Programs.run(Path.of("/dev/null"), command)).isEqualTo(new Programs.Ran(0, ""));
    }

    private static String uri(String url) {
        return url.substring("jdbc:".length()).replace("//", "//postgres@");
    }
}
