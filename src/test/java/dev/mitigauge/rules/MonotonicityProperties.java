package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.DocumentKind;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.MitigationKind;
import dev.mitigauge.facts.OwnerKind;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Provenance;
import dev.mitigauge.facts.Rating;
import dev.mitigauge.facts.ReviewBasis;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SeveritySource;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.Today;
import dev.mitigauge.findings.Conclusions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What must hold for scores under the shipped rules, whatever a document says. */
class MonotonicityProperties {

    private static final double ROUNDING = 1e-9;

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void finishingATaskNeverLowersReadiness(@ForAll long seed) {
        Random random = new Random(seed);
        List<Fact> before = document(random, 1 + random.nextInt(12), random.nextInt(4));
        List<Task> open = tasks(before).stream()
                .filter(task -> task.state() != TaskState.DONE)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Task task = open.get(random.nextInt(open.size()));
        List<Fact> after = new ArrayList<>(before);
        after.remove(task);
        after.add(finished(task, random.nextBoolean() ? Proof.STATED : pick(random, Proof.values())));

        assertThat(readiness(after)).isGreaterThanOrEqualTo(readiness(before) - ROUNDING);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void addingAMitigationNeverRaisesRiskNorLowersReadiness(@ForAll long seed) {
        Random random = new Random(seed);
        List<Fact> before = document(random, random.nextInt(8), 1 + random.nextInt(5));
        List<Fact> after = new ArrayList<>(before);
        after.add(mitigation(random, "new", "R" + random.nextInt(3)));

        Conclusions judgedBefore = judge(before);
        Conclusions judgedAfter = judge(after);

        assertThat(judgedAfter.deferredRisk().raw())
                .isLessThanOrEqualTo(judgedBefore.deferredRisk().raw() + ROUNDING);
        assertThat(judgedAfter.readiness().score())
                .isGreaterThanOrEqualTo(judgedBefore.readiness().score() - ROUNDING);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void addingARiskNeverRaisesReadiness(@ForAll long seed) {
        Random random = new Random(seed);
        List<Fact> before = document(random, random.nextInt(8), random.nextInt(4));
        List<Fact> after = new ArrayList<>(before);
        after.add(risk(random, "new"));

        assertThat(readiness(after)).isLessThanOrEqualTo(readiness(before) + ROUNDING);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void orderChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Fact> facts = document(random, random.nextInt(10), random.nextInt(6));
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);

        assertThat(judge(shuffled)).isEqualTo(judge(facts));
    }

    private static double readiness(List<Fact> facts) {
        return judge(facts).readiness().score();
    }

    private static Conclusions judge(List<Fact> facts) {
        return Rules.shipped().judge(facts, "production");
    }

    private static List<Task> tasks(List<Fact> facts) {
        return facts.stream()
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .toList();
    }

    private static List<Fact> document(Random random, int tasks, int risks) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Today(LocalDate.of(2026, 6, 1)));
        facts.add(new Document(
                "doc", DocumentKind.MIXED, "0", 50, 1, "en", Provenance.UNKNOWN, null, false, List.of(), at(1)));
        for (int i = 0; i < tasks; i++) {
            facts.add(task(random, "T" + i));
        }
        for (int i = 0; i < risks; i++) {
            facts.add(risk(random, "R" + i));
            for (int j = random.nextInt(4); j > 0; j--) {
                facts.add(mitigation(random, "R" + i + "/m" + j, "R" + i));
            }
        }
        return facts;
    }

    private static Task task(Random random, String id) {
        TaskState state = pick(random, TaskState.values());
        return new Task(
                id,
                "doc",
                "doc",
                id,
                state,
                pick(random, Tier.values()),
                random.nextInt(8) == 0,
                state == TaskState.DONE ? pick(random, Proof.values()) : Proof.STATED,
                random.nextInt(4) == 0,
                null,
                Set.of("topic" + random.nextInt(3)),
                List.of(),
                null,
                null,
                null,
                id,
                null,
                at(10 + id.hashCode() % 100));
    }

    private static Task finished(Task task, Proof proof) {
        return new Task(
                task.id(),
                task.document(),
                task.section(),
                task.text(),
                TaskState.DONE,
                task.tier(),
                task.must(),
                proof,
                task.accepted(),
                task.note(),
                task.topics(),
                task.files(),
                task.environment(),
                task.owner(),
                task.effort(),
                task.fingerprint(),
                task.duplicateOf(),
                task.source());
    }

    private static DeferredRisk risk(Random random, String id) {
        Severity severity = pick(random, Severity.values());
        boolean dated = random.nextBoolean();
        return new DeferredRisk(
                id,
                "doc",
                "doc",
                List.of(),
                id,
                severity,
                severity == Severity.UNRATED ? SeveritySource.UNRATED : SeveritySource.STATED,
                random.nextBoolean() ? pick(random, Rating.values()) : null,
                random.nextBoolean() ? pick(random, Rating.values()) : null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                pick(random, OwnerKind.values()),
                dated ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)) : null,
                null,
                dated ? ReviewBasis.DATE : ReviewBasis.NONE,
                null,
                random.nextBoolean() ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)) : null,
                pick(random, RiskState.values()),
                random.nextInt(10) == 0,
                Set.of(),
                Set.of(),
                id,
                null,
                at(200 + id.hashCode() % 100));
    }

    private static Mitigation mitigation(Random random, String id, String risk) {
        List<String> cites = random.nextInt(3) == 0 ? List.of("T" + random.nextInt(6)) : List.of();
        return new Mitigation(
                id,
                risk,
                id,
                random.nextInt(4) == 0 ? Tense.PLANNED : Tense.IN_PLACE,
                MitigationKind.CONTROL,
                random.nextBoolean() ? Set.of("topic" + random.nextInt(3)) : Set.of(),
                cites,
                at(400));
    }

    private static SourceRef at(int line) {
        int first = Math.max(1, line);
        return new SourceRef("doc", first, first, "line " + first);
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
