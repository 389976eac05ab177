package dev.mitigauge.rules;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SeveritySource;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.Today;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.RuleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An input as the certificate tries them, on a given day, and one more of each kind of item to try on it. */
record DrawnFacts(Draw draw, List<Fact> facts) {

    static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    /** Smaller differences come from the order in which numbers are added. */
    static final double ROUNDING = 1e-9;

    private static final int LATER = 1_000_000;
    private static final List<String> IDS =
            Rules.shipped().catalogue().stream().map(RuleText::id).toList();

    static DrawnFacts of(long seed) {
        Draw draw = new Draw(seed, 0);
        List<Fact> facts = new ArrayList<>(GeneratedFacts.of(draw, IDS));
        facts.removeIf(Today.class::isInstance);
        facts.add(new Today(DAY));
        return new DrawnFacts(draw, List.copyOf(facts));
    }

    static Conclusions judge(List<Fact> facts) {
        return Rules.shipped().judge(facts, "production");
    }

    Conclusions judge() {
        return judge(facts);
    }

    /** The conclusions with more facts, on that day. */
    Conclusions judgeWith(Fact... more) {
        return judge(with(more));
    }

    List<Fact> with(Fact... more) {
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(Arrays.asList(more));
        return all;
    }

    /** The same with a change of all facts of a type. */
    DrawnFacts with(Class<? extends Fact> type, String component, @Nullable Object value) {
        return new DrawnFacts(
                draw,
                facts.stream()
                        .map(fact -> type.isInstance(fact) ? Fields.with(fact, component, value) : fact)
                        .toList());
    }

    DrawnFacts without(Class<? extends Fact> type) {
        return new DrawnFacts(
                draw, facts.stream().filter(fact -> !type.isInstance(fact)).toList());
    }

    <T extends Fact> List<T> all(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    String document() {
        return all(Document.class).get(0).name();
    }

    DrawnItems items() {
        return new DrawnItems(draw, LATER);
    }

    /** A task of its own that nothing else speaks of. */
    Task task(String component, Object value) {
        Fact task = items().openTask(document(), document());
        return (Task)
                Fields.with(Fields.with(Fields.with(task, "topics", Set.of()), "files", List.of()), component, value);
    }

    /** A risk of its own that counts and that nothing else speaks of. */
    DeferredRisk risk(Severity severity) {
        Fact risk = Fields.with(items().openRisk(document(), document()), "severity", severity);
        SeveritySource source = severity == Severity.UNRATED ? SeveritySource.UNRATED : SeveritySource.STATED;
        return (DeferredRisk) Fields.with(Fields.with(risk, "severitySource", source), "steps", List.of());
    }

    static double readiness(Conclusions all) {
        return all.readiness().score();
    }

    static double raw(Conclusions all) {
        return all.deferredRisk().raw();
    }

    /** All scores, to be compared at once. */
    static List<@Nullable Object> scores(Conclusions all) {
        return Arrays.asList(
                all.readiness().score(),
                all.readiness().cap(),
                all.readiness().completion(),
                all.coverage(),
                all.deferredRisk(),
                all.residuals(),
                all.confidence());
    }
}
