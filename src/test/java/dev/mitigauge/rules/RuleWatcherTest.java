package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleWatcherTest {

    /** What the watcher told: a digest, {@code refused} or {@code restored}. */
    private static final class Told implements RuleWatcher.Listener {
        private final BlockingQueue<String> all = new LinkedBlockingQueue<>();
        private final AtomicReference<@Nullable RuleSet> rules = new AtomicReference<>();

        @Override
        public void changed(RuleSet changed) {
            rules.set(changed);
            all.add(changed.digest());
        }

        @Override
        public void refused(List<Problem> problems) {
            all.add("refused " + problems.get(0).headline());
        }

        @Override
        public void restored() {
            all.add("restored");
        }

        String next() throws InterruptedException {
            return String.valueOf(all.poll(60, TimeUnit.SECONDS));
        }

        /** Whether nothing more is told for a while. */
        boolean silent() throws InterruptedException {
            return all.poll(700, TimeUnit.MILLISECONDS) == null;
        }
    }

    private interface Save {
        void save(Path file, String text) throws Exception;
    }

    private final Told told = new Told();

    @Test
    void shouldTakeUpEachWayOfSaving(@TempDir Path directory) throws Exception {
        write(directory, small());
        Map<String, Save> ways = new TreeMap<>(Map.of(
                "in place", Files::writeString,
                "in two halves",
                        (file, text) -> {
                            Files.writeString(file, text.substring(0, text.length() / 2));
                            Thread.sleep(60);
                            Files.writeString(file, text);
                        },
                "by a new file that takes the name",
                        (file, text) -> {
                            Path other = Files.writeString(file.resolveSibling(".swap~"), text);
                            Files.move(
                                    other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                        },
                "by deleting and writing anew",
                        (file, text) -> {
                            Files.delete(file);
                            Thread.sleep(30);
                            Files.writeString(file, text);
                        },
                "with a copy beside it",
                        (file, text) -> {
                            Files.move(file, file.resolveSibling("own.drl~"));
                            Files.writeString(file, text);
                            Files.delete(file.resolveSibling("own.drl~"));
                        }));
        List<String> times = new ArrayList<>();

        try (RuleWatcher watcher = watcher(directory)) {
            watcher.start();
            int number = 0;
            for (Map.Entry<String, Save> way : ways.entrySet()) {
                String text = rule("changed " + number++);
                long start = System.nanoTime();
                way.getValue().save(directory.resolve("own.drl"), text);
                assertThat(told.next())
                        .as(way.getKey())
                        .isEqualTo(RuleFiles.read(directory).digest());
                times.add(way.getKey() + " " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
            }
            assertThat(told.silent()).isTrue();
        }
        org.slf4j.LoggerFactory.getLogger(RuleWatcherTest.class).warn("save to active: {}", times);
    }

    @Test
    void shouldTakeUpSeveralFilesAtOnceAndAFolderThatComesBack(@TempDir Path directory) throws Exception {
        Path rules = directory.resolve("rules");
        write(rules, small());
        try (RuleWatcher watcher = watcher(rules)) {
            watcher.start();
            Path away = directory.resolve("away");
            Files.move(rules, away);
            assertThat(told.silent()).as("a missing directory is no change").isTrue();
            Files.writeString(away.resolve("own.drl"), rule("one"));
            Files.writeString(away.resolve("two.drl"), rule("two").replace("OWN-001", "OWN-002"));
            Files.move(away, rules);

            assertThat(told.next()).isEqualTo(RuleFiles.read(rules).digest());
            assertThat(told.silent()).isTrue();
        }
    }

    @Test
    void shouldFollowALinkThatIsSwapped(@TempDir Path directory) throws Exception {
        Path first = directory.resolve("..1");
        Path second = directory.resolve("..2");
        write(first, small());
        Map<String, String> changed = small();
        changed.put("own.drl", rule("swapped"));
        write(second, changed);
        Path link = Files.createSymbolicLink(directory.resolve("rules"), first);
        try (RuleWatcher watcher = watcher(link)) {
            watcher.start();
            Path next = Files.createSymbolicLink(directory.resolve("next"), second);
            Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

            assertThat(told.next()).isEqualTo(RuleFiles.read(second).digest());
        }
    }

    @Test
    void shouldKeepWhatWorksUntilTheMistakeIsMended(@TempDir Path directory) throws Exception {
        write(directory, small());
        String right = Files.readString(directory.resolve("own.drl"));
        try (RuleWatcher watcher = watcher(directory)) {
            watcher.start();
            Files.writeString(directory.resolve("own.drl"), right.replace("DeferredRisk(", "DeferedRisk("));
            assertThat(told.next()).startsWith("refused own.drl:4:").contains("Did you mean `DeferredRisk`?");
            Files.writeString(directory.resolve("notes.txt"), "not a rule");
            assertThat(told.silent()).as("the same mistake is told once").isTrue();
            Files.writeString(directory.resolve("own.drl"), right);
            assertThat(told.next()).isEqualTo("restored");
        }
        assertThat(told.rules.get()).isNull();
    }

    @Test
    void shouldKeepWhatWorksWhileRequiredCasesFail(@TempDir Path directory) throws Exception {
        write(directory, small());
        Path credits = directory.resolve("tables/task-credits.csv");
        String right = Files.readString(credits);
        RuleSource certifying =
                source().certifying(new Certificates(RulesSettings.DEFAULT, null, KnownFacts.NONE).requiringCases());
        try (RuleWatcher watcher = new RuleWatcher(
                directory, RuleFiles.read(directory).digest(), false, certifying, Duration.ofMillis(200), told)) {
            watcher.start();
            Files.writeString(credits, right.replace("DONE,0.8", "DONE,0.1"));
            assertThat(told.next()).startsWith("refused evidence.cases.yaml:").contains(": case `");
            Files.writeString(credits, right + "# the same otherwise\n");
            assertThat(told.next()).startsWith("sha256:");
        }
    }

    @Test
    void shouldFailNoJudgementWhileSetsAreSwapped(@TempDir Path directory) throws Exception {
        write(directory, small());
        RuleSet first = Rules.accepted(source().load(directory));
        told.rules.set(first);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (RuleWatcher watcher = watcher(directory)) {
            watcher.start();
            List<Future<Integer>> judging = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                judging.add(pool.submit(() -> judge(done)));
            }
            for (int i = 0; i < 5; i++) {
                Files.writeString(directory.resolve("own.drl"), rule("swap " + i));
                assertThat(told.next()).startsWith("sha256:");
            }
            done.set(true);
            for (Future<Integer> each : judging) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            done.set(true);
            pool.shutdownNow();
        }
    }

    @Test
    void shouldKeepTheLastGoodSetWhole(@TempDir Path directory) throws Exception {
        Path rules = directory.resolve("rules");
        write(rules, small());
        LastGoodRules kept = new LastGoodRules(directory.resolve("data"));
        String digest = RuleFiles.read(rules).digest();

        kept.keep(rules, digest);
        kept.keep(rules, "sha256:other");
        assertThat(kept.find()).hasSize(1);
        assertThat(RuleFiles.read(kept.find().get(0)).digest()).isEqualTo(digest);

        Files.writeString(rules.resolve("own.drl"), rule("newer"));
        kept.keep(rules, RuleFiles.read(rules).digest());
        assertThat(RuleFiles.read(kept.find().get(0)).digest()).isNotEqualTo(digest);

        Files.writeString(kept.find().get(0).resolve("own.drl"), "damaged");
        assertThat(kept.find()).as("a damaged copy is none").isEmpty();
    }

    private int judge(AtomicBoolean done) {
        int judged = 0;
        while (!done.get()) {
            RuleSet rules = told.rules.get();
            if (rules != null) {
                assertThat(rules.judge(List.of(), "production")).isNotNull();
                judged++;
            }
        }
        return judged;
    }

    private RuleWatcher watcher(Path directory) throws IOException {
        return new RuleWatcher(
                directory, RuleFiles.read(directory).digest(), false, source(), Duration.ofMillis(200), told);
    }

    private static RuleSource source() {
        return new RuleSource(RulesSettings.DEFAULT);
    }

    /** The shipped rules with one of our own. */
    private static Map<String, String> small() {
        return Rules.shippedAnd("own.drl", rule("first"));
    }

    private static String rule(String says) {
        return "rule \"own " + says + "\"\n  @id(\"OWN-001\") @title(\"" + says + "\")\nwhen\n"
                + "  DeferredRisk(must == true, $id : id)\nthen\n  insertLogical(new Expired($id));\nend\n";
    }

    private static void write(Path directory, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = directory.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }
}
