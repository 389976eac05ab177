package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.Conclusions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that would take all time or all memory: each fails for its own request, and others are judged meanwhile. */
@SuppressWarnings("StringConcatToTextBlock")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksTest {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    /** What a rule does once the waiver of its name is given. */
    record Attack(String name, String conditions, String does, String says) {
        String rule(int number) {
            return "rule \"" + name + "\" @id(\"ATK-" + (100 + number) + "\") @title(\"t\")\nwhen\n  Waiver(item == \""
                    + name + "\")\n  " + conditions + "\nthen\n  " + does + "\nend\n";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String TIME = "took longer than 2000 ms";

    static List<Attack> attacks() {
        return List.of(
                new Attack("loop", "", "boolean on = true; while (on) { }", TIME),
                new Attack(
                        "labels",
                        "",
                        "int n = 0; here: do { n++; if (n > 5) { n = 0; continue here; } } while (n < 9);",
                        TIME),
                new Attack(
                        "nested",
                        "",
                        "long n = 0; for (int i = 0; i >= 0; i++) { for (int j = 0; j >= 0; j++) { n += i * j; } }",
                        TIME),
                new Attack(
                        "recursion",
                        "",
                        "new Object() { int deep(int n) { return deep(n + 1) + 1; } }.deep(0);",
                        "calls itself without end"),
                new Attack(
                        "to and fro",
                        "",
                        "new Object() { int a(int n) { return b(n) + 1; } int b(int n) { return a(n) + 1; } }.a(0);",
                        "calls itself without end"),
                new Attack(
                        "iterator",
                        "",
                        "java.util.Iterator<String> all = new java.util.Iterator<String>() {"
                                + " public boolean hasNext() { return true; } public String next() { return \"x\"; } };"
                                + " int n = 0; while (all.hasNext()) { n += all.next().length(); }",
                        TIME),
                new Attack(
                        "stream",
                        "",
                        "\"aaaa\".chars().map(c -> { int n = c; while (n > 0) { n = n + 2 - 2; } return n; }).sum();",
                        TIME),
                new Attack("strings", "", "String s = \"x\"; while (true) { s = s + s; }", "longer than 1000000"),
                new Attack(
                        "builder",
                        "",
                        "StringBuilder s = new StringBuilder(\"x\"); while (true) { s.append(s.toString()); }",
                        "longer than 1000000"),
                new Attack("array", "", "int[] big = new int[2000000000]; big[0] = 1;", "longer than 1000000"),
                new Attack(
                        "arrays",
                        "",
                        "class node { node next; long[] kept = new long[100000]; } node all = null;"
                                + " while (true) { node one = new node(); one.next = all; all = one; }",
                        "more than 64 MB"),
                new Attack(
                        "cross", "Task() Task() Task() Task() Task()", "insertLogical(new Expired(\"x\"));", "took "),
                new Attack(
                        "indexed",
                        "Task($d : document) Task(document == $d) Task(document == $d) Task(document == $d) Task(document == $d)",
                        "insertLogical(new Expired(\"x\"));",
                        "took "),
                new Attack(
                        "counted",
                        "accumulate(Task($a : id) and Task() and Task() and Task() and Task(); $n : count($a))",
                        "insertLogical(new Expired(\"x\"));",
                        "took "),
                new Attack(
                        "collected",
                        "Task() Task() Task() $all : java.util.List() from collect(Task())",
                        "insertLogical(new Expired(\"x\"));",
                        "took "),
                new Attack(
                        "missed",
                        "Task() Task() Task() Task() not Task(id.length() > 100)",
                        "insertLogical(new Expired(\"x\"));",
                        "took "),
                new Attack(
                        "none of many",
                        "not (Task() and Task() and Task() and Task() and Task(id == \"none\"))",
                        "insertLogical(new Expired(\"x\"));",
                        "took "),
                new Attack(
                        "exists",
                        "Task() Task() Task($a : id, $d : document) Task() exists Task(document == $d, id != $a)",
                        "insertLogical(new Expired(\"x\"));",
                        "took "),
                new Attack(
                        "from",
                        "accumulate(Task($a : id); $all : collectList($a))"
                                + " String() from $all String() from $all String() from $all String() from $all",
                        "insertLogical(new Expired(\"x\"));",
                        "took "),
                new Attack(
                        "expression",
                        "Waiver(reason matches \"((a+)+)+b\")",
                        "insertLogical(new Expired(\"x\"));",
                        TIME),
                new Attack(
                        "expression in a consequence",
                        "",
                        "boolean is = java.util.regex.Pattern.compile(\"(a|aa)+\\\\1b\").matcher(\"" + "a".repeat(80)
                                + "!\").matches();",
                        TIME),
                new Attack(
                        "to and from",
                        "$seed : Expired(item == \"seed\")",
                        "delete($seed); insert(new Expired(\"seed\"));",
                        "did not come to an end within"),
                new Attack("anew", "Expired($x : item)", "insert(new Expired($x + \"x\"));", "more than 64 MB"));
    }

    private static RuleSet rules;
    private static Conclusions expected;

    @BeforeAll
    static void load() {
        List<Attack> attacks = attacks();
        StringBuilder file = new StringBuilder();
        for (Attack attack : attacks) {
            file.append(attack.rule(attacks.indexOf(attack)));
        }
        for (String seeded : List.of("anew", "to and from")) {
            file.append("rule \"seed of " + seeded + "\" @id(\"SEE-" + (100 + seeded.length())
                    + "\") @title(\"t\")\nwhen\n  Waiver(item == \"" + seeded + "\")\nthen\n"
                    + "  insert(new Expired(\"seed\"));\nend\n");
        }
        rules = Rules.accepted(new RuleSource(new RulesSettings(100, 2000, 60_000, 20_000, 64, 0, false, false, 1000))
                .load(RuleFiles.of(Rules.shippedAnd("attack.drl", file.toString()))));
        expected = rules.judge(harmless(), "production");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void shouldEndWithAnErrorForThatRequestAlone(Attack attack) {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger others = new AtomicInteger();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                assertThat(rules.judge(harmless(), "production")).isEqualTo(expected);
                others.incrementAndGet();
            }
        });
        long start = System.nanoTime();

        Throwable thrown = catchThrowable(() -> rules.judge(facts(attack.name(), 200), "production"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        done.set(true);
        other.join();

        assertThat(thrown).isInstanceOf(RuleFailure.class).hasMessageContaining(attack.says());
        assertThat(took).isLessThan(DEADLINE.multipliedBy(10));
        assertThat(rules.judge(harmless(), "production")).isEqualTo(expected);
        if (attack.conditions().isEmpty()) {
            assertThat(thrown).hasMessageContaining("rule `" + attack.name() + "` failed");
        }
    }

    @Test
    void shouldEndWhileTheModelIsMadeOfTheRules() {
        LoadedRules loaded = new RuleSource(new RulesSettings(100, 1000, 60_000, 1, 64, 0, false, false, 1000))
                .load(RuleFiles.of(Rules.shippedAnd("tables/own.csv", "x\n")));

        assertThat(Rules.refusals(loaded))
                .anySatisfy(refusal -> assertThat(refusal).contains("failed: it took longer than 1 ms"));
    }

    @Test
    void shouldTryAtLeastTwelve() {
        assertThat(attacks().stream().map(Attack::name).collect(Collectors.toSet()))
                .hasSizeGreaterThanOrEqualTo(12);
    }

    private static List<Fact> harmless() {
        return facts("nothing", 5);
    }

    private static List<Fact> facts(String attack, int tasks) {
        String reason = attack.equals("expression") ? "a".repeat(60) + "!" : "none";
        try {
            return CaseFacts.of(new YAMLMapper()
                    .readTree("today: 2026-06-01\ntasks: [{ times: " + tasks + " }]\nwaivers: [{ rule: HYG-006, item: "
                            + attack + ", reason: " + reason + " }]\n"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
