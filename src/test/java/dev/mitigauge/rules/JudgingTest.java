package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class JudgingTest {

    static final List<Fact> FACTS = facts("""
            today: 2026-06-01
            documents: [{ name: doc, kind: MIXED, protocol: Protocol }]
            sections: [{ id: S1, title: First }, { id: S2, parent: S1, title: Second }]
            claims:
              - { id: C1, claim: READY, wording: ready }
              - { id: C2, section: S1, claim: COMPLETE }
              - { id: C3, section: S1, claim: REMAINING, amount: 7 }
            tasks:
              - { times: 9, section: S1, tier: CRITICAL }
              - { times: 9, section: S2, state: DONE, proof: REFERENCED, topics: [csrf] }
              - { times: 9, state: DONE, tier: LOW }
              - { id: T1, state: DONE, proof: VERIFIED }
              - { id: T2, must: true, state: NOT_APPLICABLE }
            risks:
              - { id: R1, severity: MEDIUM, since: 2025-01-01, missing: [reason] }
              - { id: R2, severity: HIGH, reviewDate: 2026-01-01 }
              - { id: R3, likelihood: HIGH, impact: HIGH }
              - { id: R4 }
            mitigations:
              - { risk: R1, topics: [csrf] }
              - { risk: R1, cites: [T1] }
              - { risk: R2, cites: [T2] }
              - { id: M4, risk: R4 }
            assumptions: [{ risk: R4, mitigation: M4, key: deployment.instances, expected: "1" }]
            deployment: { deployment.instances: 3 }
            waivers: [{ rule: HYG-006, item: R1 }]
            """);

    @Test
    void shouldGiveEqualConclusionsInAnyOrder() {
        RuleSet rules = Rules.shipped();
        Conclusions first = rules.judge(FACTS, "production");
        Random random = new Random(1);

        for (int i = 0; i < 50; i++) {
            List<Fact> shuffled = new ArrayList<>(FACTS);
            Collections.shuffle(shuffled, random);

            assertThat(rules.judge(shuffled, "production")).isEqualTo(first);
        }
        assertThat(first.findings()).hasSizeGreaterThan(10);
    }

    @Test
    void shouldGiveEqualConclusionsToManyThreads() throws Exception {
        RuleSet rules = Rules.shipped();
        Conclusions expected = rules.judge(FACTS, "production");
        Conclusions none = rules.judge(List.of(), "staging");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(pool.submit(() -> {
                    boolean equal = true;
                    for (int n = 0; n < 50; n++) {
                        equal &= rules.judge(FACTS, "production").equals(expected);
                        equal &= rules.judge(List.of(), "staging").equals(none);
                    }
                    return equal;
                }));
            }

            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** The shipped rules and some of another author, each of which asks for a task that no other test gives. */
    private static final RuleSet EXTENDED = Rules.accepted(Rules.load(extended()));

    private static Map<String, String> extended() {
        Map<String, String> texts = new LinkedHashMap<>(Rules.shippedAnd("own.drl", """
                rule "a seed of a loop"
                  @id("OWN-101") @title("Seed")
                when
                  Task(id == "LOOP")
                then
                  insert(new Stated(Aspect.TASK_STATE, 0, 0, 0));
                end

                rule "again and again"
                  @id("OWN-102") @title("Loop")
                when
                  Task(id == "LOOP")
                  $stated : Stated(weight == 0)
                then
                  delete($stated);
                  insert(new Stated(Aspect.TASK_STATE, 0, 0, 0));
                end

                rule "a rule that throws"
                  @id("OWN-103") @title("Throws")
                when
                  $task : Task(id == "THROW")
                then
                  insert($task.files().get(99));
                end

                rule "nothing ships during the freeze"
                  @id("OWN-001") @title("Release freeze") @level("BLOCKER") @why("The year ends.") @remedy("Wait.")
                when
                  $task : Task(id == "FREEZE")
                then
                  insertLogical(Finding.of($task));
                end

                rule "the first of two"
                  @id("OWN-002") @title("same") @level("NOTE") @why("same") @remedy("same")
                when
                  $task : Task(id == "TWO")
                then
                  insertLogical(Finding.of($task));
                end

                rule "the second of two"
                  @id("OWN-003") @title("same") @level("NOTE") @why("same") @remedy("same")
                when
                  $task : Task(id == "TWO")
                then
                  insertLogical(Finding.of($task));
                end

                rule "a task of a frozen topic"
                  @id("OWN-004") @title("Frozen topic") @level("NOTE") @why("It is frozen.") @remedy("Wait.")
                when
                  Row(table == "frozen", $topic : text("topic"), number("days") > 3)
                  $task : Task(topics contains $topic)
                then
                  insertLogical(Finding.of($task));
                end
                """));
        texts.put("tables/frozen.csv", "topic,days\ncsrf,5\nxss,2\n");
        return texts;
    }

    @Test
    void shouldNameTheRuleThatFiresItselfAnew() {
        List<Fact> facts = facts("tasks: [{ id: LOOP }]");

        assertThatThrownBy(() -> EXTENDED.judge(facts, "production"))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("did not come to an end")
                .hasMessageContaining("OWN-102");
    }

    @Test
    void shouldNameTheRuleThatThrows() {
        List<Fact> facts = facts("tasks: [{ id: THROW }]");

        assertThatThrownBy(() -> EXTENDED.judge(facts, "production"))
                .isInstanceOf(RuleFailure.class)
                .hasMessageStartingWith("rule `a rule that throws` failed: ");
    }

    @Test
    void shouldLetABlockerOfAnotherAuthorHoldTheRelease() {
        List<Fact> finished = facts("tasks: [{ id: FREEZE, tier: CRITICAL, state: DONE, proof: VERIFIED }]");

        assertThat(Rules.shipped().judge(finished, "production").decision().verdict())
                .isEqualTo(Verdict.READY);
        assertThat(EXTENDED.judge(finished, "production").decision().verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void shouldKeepFindingsOfTwoRulesAboutOneItemApart() {
        List<Finding> findings =
                EXTENDED.judge(facts("tasks: [{ id: TWO }]"), "production").findings();

        assertThat(findings).extracting(Finding::rule).contains("OWN-002", "OWN-003");
    }

    @Test
    void shouldMatchRowsOfTablesThatOnlyTheAuthorKnows() {
        List<Fact> facts =
                facts("tasks: [{ id: A, topics: [csrf] }, { id: B, topics: [csrf, xss] }, { id: C, topics: [xss] }]");

        List<Finding> findings = EXTENDED.judge(facts, "production").findings();

        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("OWN-004"))
                .hasSize(2);
        assertThat(EXTENDED.table("frozen").rows()).hasSize(2);
    }

    @Test
    void shouldRefuseAProfileThatNoTableKnows() {
        assertThatThrownBy(() -> Rules.shipped().judge(List.of(), "prod"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown profile `prod`: use one of pilot, production, staging");
    }

    private static List<Fact> facts(String yaml) {
        try {
            return CaseFacts.of(new YAMLMapper().readTree(yaml));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
