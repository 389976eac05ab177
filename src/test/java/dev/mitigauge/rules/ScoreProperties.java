package dev.mitigauge.rules;

import static dev.mitigauge.rules.DrawnFacts.DAY;
import static dev.mitigauge.rules.DrawnFacts.ROUNDING;
import static dev.mitigauge.rules.DrawnFacts.judge;
import static dev.mitigauge.rules.DrawnFacts.raw;
import static dev.mitigauge.rules.DrawnFacts.readiness;
import static dev.mitigauge.rules.DrawnFacts.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Deployment;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.MitigationKind;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.Today;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.MitigationStanding;
import dev.mitigauge.findings.Residual;
import dev.mitigauge.findings.Standing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** What must hold for the scores of the shipped rules, beside what the certificate asks of every rule set. */
class ScoreProperties {

    private static final int TRIES = 100;
    private static final Set<Standing> WORTHLESS =
            Set.of(Standing.PLANNED, Standing.VOID, Standing.BROKEN, Standing.EXPIRED);

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatIsLeftOfRisksIsSummedAndNeverAveraged(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        Conclusions before = drawn.judge();
        DeferredRisk low = drawn.risk(Severity.LOW);

        Conclusions after = drawn.judgeWith(low);

        Map<String, Residual> expected = new HashMap<>(before.residuals());
        expected.put(low.id(), residual(after, low));
        assertThat(after.residuals()).isEqualTo(expected);
        assertThat(residual(after, low).residual()).isPositive();
        assertThat(raw(after)).isCloseTo(raw(before) + residual(after, low).residual(), within(ROUNDING));
        assertThat(after.deferredRisk().score())
                .isGreaterThan(before.deferredRisk().score());
        assertThat(readiness(after)).isLessThanOrEqualTo(readiness(before) + ROUNDING);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void scoresAreWhatTheirFormulasSay(@ForAll long seed) {
        Conclusions all = DrawnFacts.of(seed).judge();
        Collection<Residual> residuals = all.residuals().values();
        double sum = residuals.stream().mapToDouble(Residual::residual).sum();
        double score = 100 * (1 - Math.exp(-sum / 30));
        @Nullable Double completion = all.readiness().completion();
        double points = 60 * (completion == null ? 0 : completion) + 40 * (1 - score / 100);

        assertThat(residuals).allSatisfy(each -> {
            assertThat(each.mitigationFactor()).isBetween(0.2, 1.0);
            assertThat(each.interest()).isBetween(1.0, 2.0);
            assertThat(each.residual())
                    .isCloseTo(each.inherent() * each.mitigationFactor() * each.interest(), within(ROUNDING));
        });
        assertThat(all.deferredRisk().score()).isCloseTo(score, within(ROUNDING));
        assertThat(readiness(all)).isCloseTo(Math.min(all.readiness().cap(), points), within(ROUNDING));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theLargestRiskThatIsLeftCapsReadiness(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        Conclusions all = drawn.judgeWith(drawn.risk(drawn.draw().of(Severity.values())));
        double most = all.residuals().values().stream()
                .mapToDouble(each -> each.inherent() * each.mitigationFactor())
                .max()
                .orElse(0);
        double cap = most >= 5 ? 40 : most >= 2.5 ? 60 : most >= 1.5 ? 80 : most > 0 ? 95 : 100;

        assertThat(all.readiness().cap()).isLessThanOrEqualTo(cap);
        assertThat(all.readiness().cap()).isIn(cap, Math.min(60, cap));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void coverageIsAbsentWithoutRisksAndAShareOfWhatCanBeTakenWithThem(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        Conclusions all = drawn.judgeWith(drawn.risk(Severity.HIGH));
        Collection<Residual> residuals = all.residuals().values();
        double taken = residuals.stream()
                .mapToDouble(each -> each.inherent() * (1 - each.mitigationFactor()))
                .sum();
        double most = residuals.stream().mapToDouble(Residual::inherent).sum() * 0.8;

        assertThat(Objects.requireNonNull(all.coverage().ratio())).isCloseTo(taken / most, within(ROUNDING));
        assertThat(drawn.without(DeferredRisk.class).judge().coverage().ratio()).isNull();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theArchiveIsLeftOut(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        Fact archived = Fields.with(
                drawn.task("tier", Tier.ARCHIVE), "state", drawn.draw().of(TaskState.values()));

        assertThat(scores(drawn.judgeWith(archived))).isEqualTo(scores(drawn.judge()));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatIsRestatedCountsOnce(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        Task task = drawn.task("tier", drawn.draw().of(Tier.values()));
        DeferredRisk risk = drawn.risk(drawn.draw().of(Severity.values()));
        Task sameTask = (Task) Fields.with(Fields.with(task, "id", "again"), "duplicateOf", task.id());
        DeferredRisk sameRisk = risk.repeating(risk.id());

        List<Fact> once = drawn.with(task, risk);
        List<Fact> twice = drawn.with(task, sameTask, risk, Fields.with(sameRisk, "id", "R-again"));

        assertThat(scores(judge(twice))).isEqualTo(scores(judge(once)));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatDoesNotApplyWithoutAReasonCountsAsOpen(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        Task open = drawn.task("tier", drawn.draw().of(Tier.values()));
        Fact out = Fields.with(open, "state", TaskState.NOT_APPLICABLE);

        assertThat(scores(drawn.judgeWith(out))).isEqualTo(scores(drawn.judgeWith(open)));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aPlanIsNoCoverage(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        DeferredRisk risk = drawn.risk(drawn.draw().of(Severity.values()));
        Mitigation planned = mitigation(risk, Tense.PLANNED);

        assertThat(scores(drawn.judgeWith(risk, planned))).isEqualTo(scores(drawn.judgeWith(risk)));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatIsPlannedVoidBrokenOrExpiredIsWorthNothing(@ForAll long seed) {
        Conclusions all = DrawnFacts.of(seed).judge();

        assertThat(all.standings().values())
                .allSatisfy(each -> assertThat(each.credit() == 0).isEqualTo(WORTHLESS.contains(each.standing())));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aDeniedAssumptionTakesItsMitigationAway(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed).without(Deployment.class);
        DeferredRisk risk = drawn.risk(Severity.MEDIUM);
        Mitigation mitigation = mitigation(risk, Tense.IN_PLACE);
        Assumption single =
                new Assumption(risk.id(), mitigation.id(), "deployment.instances", "1", mitigation.source());

        Conclusions unknown = drawn.judgeWith(risk, mitigation, single);
        Conclusions denied = drawn.judgeWith(risk, mitigation, single, new Deployment("deployment.instances", "3"));

        assertThat(standing(unknown, mitigation)).isEqualTo(Standing.CLAIMED);
        assertThat(standing(denied, mitigation)).isEqualTo(Standing.VOID);
        assertThat(residual(denied, risk).residual())
                .isGreaterThan(residual(unknown, risk).residual());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aWaiverFreezesInterestUntilItsDayIsOver(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        DeferredRisk risk = overdue(drawn);

        Conclusions frozen = drawn.judgeWith(risk, waiver(risk.id(), DAY));
        Conclusions after = drawn.judgeWith(risk, waiver(risk.id(), DAY.minusDays(1)));

        assertThat(residual(frozen, risk).interest()).isEqualTo(1);
        assertThat(residual(after, risk).interest()).isGreaterThan(1);
        assertThat(residual(after, risk).left())
                .isEqualTo(residual(frozen, risk).left());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aWaiverThatHasRunOutCountsForNothing(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        DeferredRisk risk = overdue(drawn);
        Mitigation mitigation = mitigation(risk, Tense.IN_PLACE);
        Task task = drawn.task("tier", Tier.CRITICAL);
        LocalDate yesterday = DAY.minusDays(1);

        Conclusions none = drawn.judgeWith(risk, mitigation, task);
        Conclusions past =
                drawn.judgeWith(risk, mitigation, task, waiver(risk.id(), yesterday), waiver(task.id(), yesterday));
        Conclusions ofMitigation = drawn.judgeWith(risk, mitigation, task, waiver(mitigation.id(), yesterday));

        assertThat(scores(past)).isEqualTo(scores(none));
        assertThat(standing(ofMitigation, mitigation)).isEqualTo(Standing.EXPIRED);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void unratedIsNeverLow(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        Fact unrated = Fields.with(Fields.with(drawn.risk(Severity.UNRATED), "likelihood", null), "impact", null);
        Fact low = Fields.with(unrated, "severity", Severity.LOW);

        assertThat(raw(drawn.judgeWith(unrated))).isGreaterThan(raw(drawn.judgeWith(low)));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aWorseSeverityNeverLowersRiskNorRaisesReadiness(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        List<Severity> rising = List.of(Severity.NONE, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);
        int from = drawn.draw().below(rising.size() - 1);
        DeferredRisk risk = drawn.risk(rising.get(from));

        Conclusions before = drawn.judgeWith(risk);
        Conclusions after = drawn.judgeWith(Fields.with(risk, "severity", rising.get(from + 1)));

        assertThat(raw(after)).isGreaterThan(raw(before));
        assertThat(readiness(after)).isLessThanOrEqualTo(readiness(before) + ROUNDING);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aLaterDayNeverLowersRiskNorRaisesReadiness(@ForAll long seed) {
        DrawnFacts drawn = DrawnFacts.of(seed);
        LocalDate later = DAY.plusDays(1 + drawn.draw().below(200));

        Conclusions before = drawn.judge();
        Conclusions after = drawn.with(Today.class, "date", later).judge();

        assertThat(raw(after)).isGreaterThanOrEqualTo(raw(before) - ROUNDING);
        assertThat(readiness(after)).isLessThanOrEqualTo(readiness(before) + ROUNDING);
    }

    private static DeferredRisk overdue(DrawnFacts drawn) {
        Fact risk = drawn.risk(drawn.draw().of(Severity.LOW, Severity.HIGH, Severity.UNRATED));
        return (DeferredRisk)
                Fields.with(risk, "reviewDate", DAY.minusDays(1 + drawn.draw().below(90)));
    }

    private static Mitigation mitigation(DeferredRisk risk, Tense tense) {
        SourceRef below = new SourceRef(risk.document(), 2_000_000, 2_000_000, "");
        return new Mitigation(
                risk.id() + "/m", risk.id(), "a fence", tense, MitigationKind.CONTROL, Set.of(), List.of(), below);
    }

    private static Waiver waiver(String item, LocalDate expires) {
        return new Waiver("W-" + item, null, item, "release team", "accepted for now", expires);
    }

    private static Residual residual(Conclusions all, DeferredRisk risk) {
        return Objects.requireNonNull(all.residuals().get(risk.id()));
    }

    private static Standing standing(Conclusions all, Mitigation mitigation) {
        MitigationStanding standing = Objects.requireNonNull(all.standings().get(mitigation.id()));
        return standing.standing();
    }
}
