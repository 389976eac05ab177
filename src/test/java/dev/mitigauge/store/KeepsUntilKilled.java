package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.AuditEvent;
import dev.mitigauge.assessment.kept.Keeping;
import dev.mitigauge.findings.Verdict;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/**
 * A process that keeps assessments and says of each that it is kept, until it is killed. The verdicts of its projects change now and then, and
 * each change is an event.
 */
final class KeepsUntilKilled {

    private KeepsUntilKilled() {}

    public static void main(String[] arguments) throws IOException {
        try (SqlStore store = SqlStore.sqlite(Path.of(arguments[0]), StoreSettings.DEFAULT);
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            Random random = new Random();
            for (int i = 0; ; i++) {
                String id = UUID.randomUUID().toString();
                Instant now = Instant.now();
                store.audit()
                        .append(new AuditEvent(now, "child", "keep", id, "begun", null))
                        .orElseThrow();
                Keeping kept = store.history()
                        .keep(Made.judged(
                                "project-" + i % 3, id, now, verdict(random), null, "shared", "document of " + id))
                        .orElseThrow();
                if (kept instanceof Keeping.Kept) {
                    out.write((id + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static Verdict verdict(Random random) {
        return random.nextBoolean() ? Verdict.READY : Verdict.NOT_READY;
    }
}
