package dev.mitigauge.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.History;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Replayable;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.rules.KnownFacts;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is stored, for previews and for certificates, while the store answers and while it does not. */
class StoredReplaysTest {

    private static final Outage LOCKED = new Outage(Outage.Cause.BUSY, "locked");
    private static final RuleSet SHIPPED =
            ((LoadedRules.Accepted) new RuleSource(RulesSettings.DEFAULT).loadBuiltIn()).rules();

    private final List<String> asked = new ArrayList<>();

    @Test
    void shouldFetchProjectsAFewAtATime() {
        List<String> projects = new ArrayList<>();

        for (Replay each : StoredReplays.of(history(6, 6)).orElseThrow()) {
            projects.add(each.project());
        }

        assertThat(projects).containsExactly("p0", "p1", "p2", "p3", "p4", "p5");
        assertThat(asked).containsExactly("after null", "after p3");
    }

    @Test
    void shouldNameTheProjectAfterWhichTheStoreWasGone() {
        List<Replay> replays = new ArrayList<>();

        StoredReplays.of(history(6, 4)).orElseThrow().forEach(replays::add);

        assertThat(replays)
                .hasSize(5)
                .last()
                .isEqualTo(new Replay.Lost(
                        "all projects after p3",
                        "the store can't be asked any more: the database is locked or has too much to do"));
    }

    @Test
    void shouldTellThatTheStoreCanNotBeAskedAtAll() {
        History away = history(() -> new Stored.Unavailable<>(LOCKED));

        assertThat(StoredReplays.of(away)).isInstanceOf(Stored.Unavailable.class);
        KnownFacts.Known known = facts(away, StoredFacts.Bound.AT_LEISURE).latest(9);
        assertThat(known.facts()).isEmpty();
        assertThat(known.missing()).isEqualTo("the database is locked or has too much to do");
    }

    @Test
    void shouldReadWhatIsStoredIntoFactsAsFarAsTheyAreFew() {
        History two = history(() -> new Stored.Done<>(List.of(
                replayable("large", "- [ ] Restore is tested\n".repeat(40)),
                replayable("small", "- [ ] Restore is tested\n"))));

        assertThat(facts(two, StoredFacts.Bound.AT_LEISURE).latest(9).facts()).hasSize(2);
        assertThat(facts(two, new StoredFacts.Bound(1_000_000, 30)).latest(9).facts())
                .singleElement()
                .satisfies(facts -> assertThat(facts.toString()).contains("small.md", "2026-03-01"));
        assertThat(facts(two, StoredFacts.Bound.AT_LEISURE).latest(0).facts()).isEmpty();
    }

    private static StoredFacts facts(History history, StoredFacts.Bound bound) {
        return new StoredFacts(history, () -> SHIPPED, IngestSettings.DEFAULT, bound);
    }

    /** A store of so many projects that can be asked for the first of them alone. */
    private History history(int projects, int reached) {
        List<Replayable> all = IntStream.range(0, projects)
                .mapToObj(i -> replayable("p" + i, "- [ ] Restore is tested\n"))
                .toList();
        return fake((proxy, method, arguments) -> {
            if (method.getName().equals("assessedProjects")) {
                return new Stored.Done<>(projects);
            }
            asked.add("after " + arguments[0]);
            int from = arguments[0] == null
                    ? 0
                    : 1 + Integer.parseInt(arguments[0].toString().substring(1));
            int to = Math.min(projects, from + (int) arguments[1]);
            return to > reached && from >= reached
                    ? new Stored.Unavailable<>(LOCKED)
                    : new Stored.Done<>(new Page<>(all.subList(from, to), to < projects));
        });
    }

    private static History history(java.util.function.Supplier<Stored<?>> answer) {
        return fake((proxy, method, arguments) -> answer.get());
    }

    private static History fake(InvocationHandler answers) {
        return (History)
                Proxy.newProxyInstance(History.class.getClassLoader(), new Class<?>[] {History.class}, answers);
    }

    private static Replayable replayable(String project, String text) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        AssessmentSummary was = new AssessmentSummary(
                project,
                project,
                Instant.EPOCH,
                day,
                Verdict.READY,
                90,
                100,
                null,
                null,
                0,
                0,
                1,
                "sha256:a",
                "staging");
        List<Input> documents = List.of(new Input(project + ".md", text.getBytes(StandardCharsets.UTF_8)));
        return new Replayable(
                was,
                new AssessmentRequest(
                        documents, new TreeMap<>(Map.of()), day, "staging", List.of(), project, "replay", null));
    }
}
