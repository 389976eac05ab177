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

    private static final List<Fact> FACTS = facts("""
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

    @Test
    void shouldNameTheRuleThatFiresItselfAnew() {
        RuleSet rules = Rules.accepted(Rules.load(Rules.shippedAnd("loop.drl", """
                rule "a seed"
                  @id("LOP-101") @title("Seed")
                when
                  Threshold()
                then
                  insert(new Stated(Aspect.TASK_STATE, 0, 0, 0));
                end
                rule "again and again"
                  @id("LOP-102") @title("Loop")
                when
                  Task(tier == Tier.CRITICAL)
                  $stated : Stated(weight == 0)
                then
                  delete($stated);
                  insert(new Stated(Aspect.TASK_STATE, 0, 0, 0));
                end
                """)));

        assertThatThrownBy(() -> rules.judge(FACTS, "production"))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("did not come to an end")
                .hasMessageContaining("LOP-102");
    }

    @Test
    void shouldNameTheRuleThatThrows() {
        RuleSet rules = Rules.accepted(Rules.load(Rules.shippedAnd("throws.drl", """
                rule "a rule that throws"
                  @id("THR-101") @title("Throws")
                when
                  $task : Task(tier == Tier.CRITICAL)
                then
                  insert($task.files().get(99));
                end
                """)));

        assertThatThrownBy(() -> rules.judge(FACTS, "production"))
                .isInstanceOf(RuleFailure.class)
                .hasMessageStartingWith("rule `a rule that throws` failed: ");
    }

    @Test
    void shouldLetABlockerOfAnotherAuthorHoldTheRelease() {
        List<Fact> finished = facts("tasks: [{ tier: CRITICAL, state: DONE, proof: VERIFIED }]");
        RuleSet rules = Rules.accepted(Rules.load(Rules.shippedAnd("freeze.drl", """
                rule "nothing ships during the freeze"
                  @id("FRZ-001") @title("Release freeze") @level("BLOCKER")
                  @why("The year ends.") @remedy("Wait.")
                when
                  $document : Document()
                then
                  insertLogical(Finding.of($document));
                end
                """)));

        assertThat(Rules.shipped().judge(finished, "production").decision().verdict())
                .isEqualTo(Verdict.READY);
        assertThat(rules.judge(finished, "production").decision().verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void shouldKeepFindingsOfTwoRulesAboutOneItemApart() {
        String rule = """
                rule "%1$s"
                  @id("%1$s") @title("same") @level("NOTE") @why("same") @remedy("same")
                when
                  $task : Task(id == "T1")
                then
                  insertLogical(Finding.of($task));
                end
                """;
        RuleSet rules = Rules.accepted(
                Rules.load(Rules.shippedAnd("two.drl", rule.formatted("TWO-001") + rule.formatted("TWO-002"))));

        List<String> ids = rules.judge(FACTS, "production").findings().stream()
                .map(Finding::rule)
                .toList();

        assertThat(ids).contains("TWO-001", "TWO-002");
    }

    @Test
    void shouldMatchRowsOfTablesThatOnlyTheAuthorKnows() {
        Map<String, String> texts = new LinkedHashMap<>(Rules.shippedAnd("own.drl", """
                rule "a task of a frozen topic"
                  @id("FRZ-001") @title("Frozen topic") @level("NOTE") @why("It is frozen.") @remedy("Wait.")
                when
                  Row(table == "frozen", $topic : text("topic"), number("days") > 3)
                  $task : Task(topics contains $topic)
                then
                  insertLogical(Finding.of($task));
                end
                """));
        texts.put("tables/frozen.csv", "topic,days\ncsrf,5\nxss,2\n");
        RuleSet rules = Rules.accepted(Rules.load(texts));

        List<Finding> findings = rules.judge(FACTS, "production").findings();

        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("FRZ-001"))
                .hasSize(9);
        assertThat(rules.table("frozen").rows()).hasSize(2);
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
