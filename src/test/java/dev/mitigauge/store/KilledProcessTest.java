package dev.mitigauge.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.AuditCheck;
import dev.mitigauge.assessment.kept.LoggedEvent;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Sha256;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that keeps assessments at any moment, again and again over one file: what it has confirmed is there, and the database is
 * sound. {@code -Dstore.killRounds=50} for more rounds.
 */
class KilledProcessTest {

    private static final int ROUNDS = Integer.getInteger("store.killRounds", 8);

    /** One round of so many is killed while it begins. */
    private static final int EARLY = 4;

    private static final int MOST_CONFIRMED = 60;
    private static final int LONGEST_BEGIN_MILLIS = 1500;
    private static final int ID_LENGTH = 36;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final Random random = new Random();

    /** How many changes of verdicts there were when they were counted last. */
    private int changes;

    @Test
    void shouldLoseNothingThatItHasConfirmed() throws IOException, InterruptedException {
        List<String> confirmed = new ArrayList<>();

        for (int round = 0; round < ROUNDS; round++) {
            List<String> now = killed(round % EARLY == 0);
            confirmed.addAll(now);
            assertSound(now, "round " + round + ", confirmed " + now.size());
        }

        assertSound(confirmed, "all " + confirmed.size());
        assertThat(confirmed).hasSizeGreaterThan(ROUNDS);
        assertThat(changes).as("changes of verdicts").isPositive();
    }

    /** What a process has confirmed until it was killed. */
    private List<String> killed(boolean early) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeepsUntilKilled.class.getName(),
                        file().toString())
                .redirectError(new File(directory.toFile(), "child.log"))
                .start();
        List<String> confirmed = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (early) {
                assertThat(process.waitFor(random.nextInt(LONGEST_BEGIN_MILLIS), TimeUnit.MILLISECONDS))
                        .as("ended by itself")
                        .isFalse();
            } else {
                read(out, confirmed, 1 + random.nextInt(MOST_CONFIRMED));
            }
            // By its handle: the process itself would close the pipe, and with it what was confirmed last.
            process.toHandle().destroyForcibly();
            read(out, confirmed, Integer.MAX_VALUE);
        }
        process.waitFor();
        return confirmed;
    }

    private static void read(BufferedReader out, List<String> confirmed, int most) throws IOException {
        for (int i = 0; i < most; i++) {
            String line = out.readLine();
            if (line == null) {
                return;
            }
            if (line.length() == ID_LENGTH) {
                confirmed.add(line);
            }
        }
    }

    private void assertSound(List<String> confirmed, String when) {
        try (SqlStore store = SqlStore.sqlite(file(), StoreSettings.DEFAULT)) {
            assertThat(texts(store, "pragma integrity_check", "integrity_check"))
                    .as(when)
                    .containsExactly("ok");
            assertThat(texts(store, "pragma foreign_key_check", "table"))
                    .as(when)
                    .isEmpty();
            assertThat(store.audit().verify(null).orElseThrow()).as(when).isInstanceOf(AuditCheck.Sound.class);
            assertThat(confirmed).as(when).allSatisfy(id -> {
                assertThat(store.history().find(id).orElseThrow()).isPresent();
                assertThat(store.history()
                                .document(Sha256.hex(Made.bytes("document of " + id)))
                                .orElseThrow())
                        .isPresent();
            });
            assertTold(store, when);
        }
    }

    /** Each assessment with another verdict than the one before it has its event in the log, and no other has one. */
    private void assertTold(SqlStore store, String when) {
        List<String> changed = new ArrayList<>();
        for (String project : List.of("project-0", "project-1", "project-2")) {
            List<AssessmentSummary> newestFirst = all(store, project);
            for (int i = 0; i + 1 < newestFirst.size(); i++) {
                if (newestFirst.get(i).verdict() != newestFirst.get(i + 1).verdict()) {
                    changed.add(newestFirst.get(i).id() + " after "
                            + newestFirst.get(i + 1).id());
                }
            }
        }
        assertThat(events(store)).as(when).containsExactlyInAnyOrderElementsOf(changed);
        changes = changed.size();
    }

    private static List<AssessmentSummary> all(SqlStore store, String project) {
        List<AssessmentSummary> all = new ArrayList<>();
        Page<AssessmentSummary> page =
                store.history().list(project, null, Page.LARGEST).orElseThrow();
        all.addAll(page.items());
        while (page.more()) {
            page = store.history()
                    .list(project, all.get(all.size() - 1).position(), Page.LARGEST)
                    .orElseThrow();
            all.addAll(page.items());
        }
        return all;
    }

    private static List<String> events(SqlStore store) {
        List<String> events = new ArrayList<>();
        long last = 0;
        Page<LoggedEvent> page;
        do {
            page = store.outbox().after(last, Page.LARGEST).orElseThrow();
            for (LoggedEvent event : page.items()) {
                events.add(text(event, "assessment") + " after " + text(event, "previousAssessment"));
                last = event.number();
            }
        } while (page.more());
        return events;
    }

    private static String text(LoggedEvent event, String key) {
        try {
            return new ObjectMapper().readTree(event.data()).path(key).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event.data(), e);
        }
    }

    private static List<String> texts(SqlStore store, String sql, String column) {
        return store.database()
                .read(session -> session.rows(sql, row -> row.text(column)))
                .orElseThrow();
    }

    private Path file() {
        return directory.resolve("mitigauge.db");
    }
}
