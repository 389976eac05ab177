package dev.mitigauge.rules;

import static dev.mitigauge.rules.DrawnFacts.readiness;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.Verdict;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What must hold for the verdict of the shipped rules, beside what the certificate asks of every rule set. */
class VerdictProperties {

    private static final int TRIES = 100;
    private static final Map<String, Asked> ASKED = Map.of(
            "production", new Asked(90, 75, 0.6), "staging", new Asked(80, 60, 0.5), "pilot", new Asked(70, 50, 0.4));

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void everyProfileKeepsToItsThresholds(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);

        ASKED.forEach((profile, asked) -> {
            Conclusions all = Rules.shipped().judge(drawn.facts(), profile);
            switch (all.decision().verdict()) {
                case READY -> asked.meets(all, asked.ready());
                case READY_WITH_CONDITIONS -> asked.meets(all, asked.conditions());
                case NOT_READY, INSUFFICIENT_EVIDENCE -> {}
            }
        });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void readyLeavesNoWarning(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed).without(Waiver.class);
        Conclusions all = drawn.judge();

        if (all.decision().verdict() == Verdict.READY) {
            assertThat(all.findings()).allMatch(finding -> finding.level() == Level.NOTE);
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anOpenCriticalTaskCapsReadinessAndHoldsProduction(@ForAll long seed) {
        DrawnFacts drawn =
                DrawnFacts.of(seed).with(Document.class, "template", false).without(Waiver.class);
        Task open = (Task) Fields.with(
                drawn.task("tier", Tier.CRITICAL),
                "state",
                drawn.draw().of(TaskState.OPEN, TaskState.IN_PROGRESS, TaskState.BLOCKED, TaskState.NOT_APPLICABLE));

        Conclusions all = drawn.judgeWith(open);

        assertThat(readiness(all)).isLessThanOrEqualTo(60);
        assertThat(all.readiness().cap()).isLessThanOrEqualTo(60);
        assertThat(all.readiness().capReason()).isNotEmpty();
        assertThat(all.decision().verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aGraveRiskWithNothingInPlaceHoldsEvenARegisterAlone(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed).without(Task.class).without(Waiver.class);

        Conclusions all = drawn.judgeWith(drawn.risk(drawn.draw().of(Severity.HIGH, Severity.CRITICAL)));

        assertThat(all.decision().verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aBlankFormIsNoEvidence(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed)
                .with(Document.class, "template", true)
                .without(DeferredRisk.class)
                .without(StatusClaim.class);

        Conclusions all = drawn.judgeWith(drawn.task("must", false));

        assertThat(all.decision().verdict())
                .isEqualTo(
                        all.findings().stream().anyMatch(finding -> finding.level() == Level.BLOCKER)
                                ? Verdict.NOT_READY
                                : Verdict.INSUFFICIENT_EVIDENCE);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aContradictedClaimOfReadinessIsNeverReady(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed)
                .with(Document.class, "template", false)
                .with(Document.class, "understood", 1.0)
                .with(Task.class, "state", TaskState.DONE)
                .with(Task.class, "proof", Proof.VERIFIED)
                .without(DeferredRisk.class)
                .without(StatusClaim.class);
        Task open = drawn.task("tier", drawn.draw().of(Tier.HIGH, Tier.NORMAL));

        Conclusions all = drawn.judgeWith(claim(drawn.document()), open);

        assertThat(all.contradicted()).containsKey("claim");
        assertThat(all.decision().verdict()).isNotEqualTo(Verdict.READY);
    }

    private static StatusClaim claim(String document) {
        SourceRef source = new SourceRef(document, 3_000_000, 3_000_000, "");
        return new StatusClaim(
                "claim", ClaimScope.DOCUMENT, document, ClaimKind.READY, null, null, null, "production ready", source);
    }

    /** What a profile asks for. */
    private record Asked(double ready, double conditions, double confidence) {

        void meets(Conclusions all, double least) {
            assertThat(readiness(all)).isGreaterThanOrEqualTo(least);
            assertThat(all.confidence().value()).isGreaterThanOrEqualTo(confidence);
        }
    }
}
