package dev.mitigauge.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mitigauge.facts.MadeTask;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskGroup;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulasTest {

    private static final double ROUNDING = 1e-9;

    private final Residual little = Residual.of("R-2", 3, 0.5, 2);
    private final Residual much = Residual.of("R-1", 10, 0.85, 1.25);

    @Test
    void shouldMultiplyWhatIsLeftByInterestAndCoverWithoutIt() {
        assertThat(much.residual()).isCloseTo(10.625, within(ROUNDING));
        assertThat(much.left()).isCloseTo(8.5, within(ROUNDING));
        assertThat(much.covered()).isCloseTo(1.5, within(ROUNDING));
    }

    @Test
    void shouldNameTheRisksThatLeaveAsMuch() {
        assertThat(Residual.mostLeft(List.of(little, much))).isEqualTo(8.5);
        assertThat(Residual.mostLeft(List.of())).isZero();
        assertThat(Residual.leaving(1.5, List.of(little, much))).containsExactly("R-1", "R-2");
        assertThat(Residual.leaving(1.6, List.of(little, much))).containsExactly("R-1");
    }

    @Test
    void shouldCoverNothingWhereNothingWeighs() {
        assertThat(MitigationCoverage.of(0, 0, 1, 0).ratio()).isNull();
        assertThat(MitigationCoverage.of(2, 8, 3, 1)).isEqualTo(new MitigationCoverage(0.25, 3, 1));
        assertThat(MitigationCoverage.of(9, 8, 3, 1).ratio()).isEqualTo(1);
        assertThat(MitigationCoverage.of(-1, 8, 3, 1).ratio()).isZero();
    }

    @Test
    void shouldAddPointsForWhatIsDoneAndForWhatIsAbsent() {
        ReadinessPoints points = ReadinessPoints.of(60, 0.5, 40, 0.75);

        assertThat(points).isEqualTo(new ReadinessPoints(30, 60, 30, 40));
        assertThat(points.sum()).isEqualTo(60);
    }

    @Test
    void shouldBeReadyUpToTheLowestCap() {
        Cap low = new Cap(60, "b", List.of("T-1"));

        Readiness capped = Readiness.of(new Completion(1.0), 97, List.of(new Cap(95, "a"), low, new Cap(60, "c")));

        assertThat(capped).isEqualTo(new Readiness(60, 60, "b", 1.0));
        assertThat(Readiness.of(new Completion(1.0), 97, List.of())).isEqualTo(new Readiness(97, 100, null, 1.0));
        assertThat(Readiness.of(new Completion(0.0), -1, List.of()).score()).isZero();
    }

    @Test
    void shouldGiveNoPointsForSilence() {
        assertThat(new Completion(null).points()).isZero();
        assertThat(new Completion(0.4).points()).isEqualTo(0.4);
    }

    @Test
    void shouldWeighWhatIsStated() {
        Stated stated = new Stated(Aspect.RISK_OWNER, 2, 5, 0.1);

        assertThat(stated.given()).isCloseTo(0.2, within(ROUNDING));
        assertThat(stated.asked()).isCloseTo(0.5, within(ROUNDING));
    }

    @Test
    void shouldWeighAGroupByItsTasks() {
        Task one = MadeTask.task("T1", TaskState.DONE, Tier.HIGH, null);
        Task two = MadeTask.task("T2", TaskState.DONE, Tier.HIGH, null);
        TaskGroup group =
                new TaskGroup("doc", Tier.HIGH, false, TaskState.DONE, Proof.STATED, false, List.of(one, two));

        CompletionPart part = new CompletionPart(group, 7.5, 0.8);

        assertThat(part.possible()).isEqualTo(15);
        assertThat(part.earned()).isEqualTo(12);
        assertThat(Cap.by(60, "2 are open", group.tasks())).isEqualTo(new Cap(60, "2 are open", List.of("T1", "T2")));
    }
}
