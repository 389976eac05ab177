package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.kept.AuditEntry;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeniedCallsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private Instant time = Instant.parse("2026-11-20T12:00:00Z");
    private long nanos = -5;

    @Test
    void shouldWriteAFewInAWhileWhateverIsDoneToTheClock() {
        try (SqlStore store = SqlStore.sqlite(directory.resolve("a.db"), StoreSettings.DEFAULT)) {
            DeniedCalls calls = new DeniedCalls(store.audit(), Runnable::run, clock(), () -> nanos);

            deny(calls, 25);
            time = time.minus(1, ChronoUnit.HOURS);
            nanos += TimeUnit.SECONDS.toNanos(11);
            deny(calls, 1);
            time = time.plus(9, ChronoUnit.HOURS);
            deny(calls, 30);

            List<AuditEntry> newestFirst =
                    store.audit().list(null, 100).orElseThrow().items();
            assertThat(newestFirst).hasSize(40);
            assertThat(newestFirst.get(19).event().detail()).isEqualTo("no token; 5 more were denied before it");
            assertThat(newestFirst.get(19).event().at()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
        }
    }

    private Clock clock() {
        InstantSource source = () -> time;
        return source.withZone(ZoneOffset.UTC);
    }

    private static void deny(DeniedCalls calls, int count) {
        for (int i = 0; i < count; i++) {
            calls.add("127.0.0.1", "GET /x", "no token");
        }
    }
}
