package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.kept.AuditEvent;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail on the command line: the whole program, a real store. */
class AuditCommandsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private String out = "";
    private String err = "";

    @Test
    void shouldTellWhoDidWhatNewestFirst() {
        append(event("waiver.put", "shop/wav-1", "done", null));
        append(event("rules.activate", "sha256:0", "denied", "the role rules:write\nis missing"));

        assertThat(run("audit", "list", "--data", data())).as(err).isZero();
        assertThat(out).isEqualTo("""
                        2 2026-11-20 12:00:00 UTC desk: rules.activate sha256:0, denied
                            the role rules:write is missing
                        1 2026-11-20 12:00:00 UTC desk: waiver.put shop/wav-1, done
                        """);
        run("audit", "list", "--data", data(), "--limit", "1");
        assertThat(out).endsWith("older ones: --before 2\n").doesNotContain("waiver.put");
        run("audit", "list", "--data", data(), "--before", "2", "--format", "json");
        assertThat(out)
                .contains(
                        "\"number\":1", "\"at\":\"2026-11-20T12:00:00Z\"", "\"action\":\"waiver.put\"", "\"next\":null")
                .doesNotContain("rules.activate");
        assertThat(run("audit", "list", "--data", data(), "--limit", "0")).isEqualTo(64);
    }

    @Test
    void shouldSayThatAnEmptyTrailIsEmptyAndSound() {
        open().close();

        assertThat(run("audit", "list", "--data", data())).isZero();
        assertThat(out).isEqualTo("the audit trail is empty\n");
        assertThat(run("audit", "verify", "--data", data())).isZero();
        assertThat(out).startsWith("entries 0\nhead 000");
    }

    @Test
    void shouldFindWhatWasChanged() throws SQLException {
        threeEntries();
        assertThat(run("audit", "verify", "--data", data())).as(err).isZero();
        assertThat(out).startsWith("entries 3\nhead ");

        change("update audit set who = 'somebody' where number = 2");

        assertThat(run("audit", "verify", "--data", data())).isEqualTo(65);
        assertThat(err)
                .contains(
                        "entry 2 of the audit trail: its content is not what its hash was made of",
                        "compare with a backup");
    }

    @Test
    void shouldFindWhatWasTakenOut() throws SQLException {
        threeEntries();

        change("delete from audit where number = 2");

        assertThat(run("audit", "verify", "--data", data())).isEqualTo(65);
        assertThat(err).contains("entry 2 of the audit trail: it is missing");
    }

    @Test
    void shouldFindThatTheEndWasCutOffIfTheHeadWasWrittenDown() throws SQLException {
        threeEntries();
        run("audit", "verify", "--data", data());
        String head = out.substring(out.indexOf("head ") + 5).trim();
        append(event("token.create", "ci", "done", null));
        assertThat(run("audit", "verify", "--data", data(), "--head", head))
                .as(err)
                .isZero();

        change("delete from audit where number > 2");

        assertThat(run("audit", "verify", "--data", data())).isZero();
        assertThat(run("audit", "verify", "--data", data(), "--head", head)).isEqualTo(65);
        assertThat(err).contains("entry 3 of the audit trail: the entry with the given hash is missing");
        assertThat(run("audit", "verify", "--data", data(), "--head", "abc")).isEqualTo(64);
        assertThat(err).contains("--head must be 64 hexadecimal digits, but is `abc`");
    }

    private void threeEntries() {
        for (int i = 1; i <= 3; i++) {
            append(event("waiver.put", "shop/wav-" + i, "done", null));
        }
    }

    private static AuditEvent event(String action, String target, String outcome, @Nullable String detail) {
        return new AuditEvent(NOON, "desk", action, target, outcome, detail);
    }

    private void append(AuditEvent event) {
        try (Store store = open()) {
            store.audit().append(event).orElseThrow();
        }
    }

    private Store open() {
        return SqlStore.sqlite(directory.resolve(StoreLocation.FILE), StoreSettings.DEFAULT);
    }

    /** What somebody who can write to the file could do: the triggers of the schema hold honest programs back only. */
    private void change(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(StoreLocation.FILE));
                var change = connection.createStatement()) {
            change.executeUpdate("drop trigger audit_stays");
            change.executeUpdate("drop trigger audit_is_not_removed");
            assertThat(change.executeUpdate(statement)).isPositive();
        }
    }

    private String data() {
        return directory.toString();
    }

    private int run(String... arguments) {
        Typed typed = Typed.in(directory, arguments);
        out = typed.out();
        err = typed.err();
        return typed.exitCode();
    }
}
