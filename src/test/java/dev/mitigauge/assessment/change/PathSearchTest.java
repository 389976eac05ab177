package dev.mitigauge.assessment.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mitigauge.assessment.Judged;
import dev.mitigauge.facts.Deployment;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.ingest.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PathSearchTest {

    private static final int RUNS = 400;

    static Stream<List<Input>> examples() {
        return Judged.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldReachWhatItSaysByTheChangesThatItNames(List<Input> documents) {
        Judged judged = Judged.of(documents);

        Path path = path(judged, RUNS);

        Conclusions then = after(judged, path.steps());
        assertThat(then.decision().verdict()).isEqualTo(path.to());
        assertThat(path.complete()).isEqualTo(path.to() == Verdict.READY);
        double gained = path.steps().stream().mapToDouble(Path.PathStep::gain).sum();
        assertThat(judged.now().readiness().score() + gained)
                .isEqualTo(then.readiness().score(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldContainNoStepThatCouldBeLeftOut(List<Input> documents) {
        Judged judged = Judged.of(documents);

        Path path = path(judged, RUNS);

        for (Path.PathStep spared : path.steps()) {
            List<Path.PathStep> fewer = new ArrayList<>(path.steps());
            fewer.remove(spared);
            assertThat(after(judged, fewer).decision().verdict())
                    .as(spared.action())
                    .isNotEqualTo(path.to());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldFindTheSamePathAgain(List<Input> documents) {
        Judged judged = Judged.of(documents);

        assertThat(path(judged, RUNS)).isEqualTo(path(judged, RUNS));
    }

    @Test
    void shouldTellTheNextVerdictOnTheWay() {
        Judged judged = Judged.of("todo.md", """
                # Launch

                ## Phase 1: Critical

                - [x] Restore tested: run 12 (#4)
                - [x] Key rotated: #5
                - [x] Alerts reach somebody: #6
                - [ ] Rate limit

                ## Phase 2

                - [x] Dashboards: `ops/d.json`
                - [ ] Runbook
                - [ ] Load test
                - [ ] Tidy the wiki
                """);

        Path path = path(judged, RUNS);

        assertThat(judged.now().decision().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(path.steps())
                .extracting(Path.PathStep::verdictAfter)
                .containsExactly(Verdict.READY_WITH_CONDITIONS, Verdict.READY);
        assertThat(path.steps().get(0).changes()).containsExactly("done:todo.md:8");
        assertThat(path.steps().get(1).action()).startsWith("finish 2 of the 3 open tasks of “Phase 2”");
    }

    @Test
    void shouldPreferWhatTheDocumentCallsCheap() {
        String text = IntStream.rangeClosed(1, 7)
                        .mapToObj(i -> "- [x] Done " + i + ": #" + i + "\n")
                        .collect(Collectors.joining())
                + "\n## Later\n\n| Task | Status | Effort |\n|---|---|---|\n| Paint it | Open | 9 days |\n"
                + "| Sweep it | Open | 1 h |\n| Wash it | Open | 8 days |\n";

        Path path = path(Judged.of("todo.md", "# Launch\n\n## First\n\n" + text), RUNS);

        assertThat(path.steps()).hasSize(1);
        assertThat(path.steps().get(0).action()).contains("Sweep it");
        assertThat(path.steps().get(0).effort()).isEqualTo("1 h");
        assertThat(path.steps().get(0).hours()).isEqualTo(1);
    }

    @Test
    void shouldDeployAsAssumedWhereNothingElseHelps() {
        String register = """
                # Deferred

                ### R-1: State in memory

                - **Severity:** Low
                - **Owner:** ada
                - **Review:** 2027-03-01
                - **Risk:** Low. Single-instance deployment bounds it.

                ## Checklist

                - [x] Restore tested: run 12 (#4)
                """;
        Judged judged = Judged.of("a.md", register, new Deployment("deployment.instances", "3"));

        Path path = path(judged, RUNS);

        assertThat(path.complete()).isTrue();
        assertThat(path.steps().stream().flatMap(step -> step.changes().stream()))
                .containsAnyOf("deployed:deployment.instances=1", "resolved:R-1");
    }

    @Test
    void shouldHaveNothingToDoWhenReady() {
        Judged judged = Judged.of("a.md", "# A\n\n## Critical\n\n- [x] Restore tested: run 12 (#4)\n");

        assertThat(path(judged, RUNS)).isEqualTo(new Path(Verdict.READY, true, List.of(), 0, 0, null));
    }

    @Test
    void shouldSayWhyNothingHelps() {
        Judged judged = Judged.of("a.md", "# Deferred\n\n### R-1: No pager\n\n- **Severity:** Low\n- **Reason:** x\n");

        Path path = path(judged, RUNS);

        assertThat(path.steps()).isEmpty();
        assertThat(path.complete()).isFalse();
        assertThat(path.note()).isEqualTo("nothing of what the documents list would change that");
    }

    @Test
    void shouldSayWhatIsLeftWhenNothingHoldsTheReleaseAnyMore() {
        Judged judged = Judged.of("a.md", "# Deferred\n\n### R-1: No pager\n\n- **Severity:** High\n- **Reason:** x\n");

        Path path = path(judged, RUNS);

        assertThat(path.to()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(path.steps()).hasSize(1);
        assertThat(path.note())
                .startsWith("with all done that the documents list the verdict would still be insufficient evidence: ");
    }

    @Test
    void shouldLetStepsOfAResolvedRiskBeFinishedOrStruck() {
        Judged judged = Judged.of("a.md", """
                # Go-live

                ## Critical

                - [x] Restore tested: run 12 (#4)
                - [x] Rollback rehearsed: run 13 (#5)
                - [x] Page somebody: run 14 (#6)

                ## Deferred risks

                ### R-1: No pager

                - **Status:** Resolved
                - **Severity:** Low
                - **Approach:**
                  1. Restore tested: run 12 (#4)
                  2. Buy a pager
                """);

        Path path = path(judged, RUNS);

        assertThat(judged.now().findings()).anyMatch(finding -> finding.rule().equals("CLM-018"));
        assertThat(path.to()).isEqualTo(Verdict.READY);
        assertThat(path.steps()).singleElement().satisfies(step -> assertThat(step.changes())
                .containsExactly("resolved:R-1"));
    }

    @Test
    void shouldEndWithinItsRunsAndSaySo() {
        String text = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "\n## Phase " + i + ": Critical\n\n- [ ] Task " + i + " is done\n")
                .collect(Collectors.joining());
        Judged judged = Judged.of("todo.md", "# Launch\n" + text);

        Path path = path(judged, 12);

        assertThat(path.runs()).isLessThanOrEqualTo(12 + 3);
        assertThat(path.complete()).isTrue();
        assertThat(path.steps()).hasSizeLessThan(12);
        assertThat(path.steps().get(path.steps().size() - 1).action()).contains("more: finish “Task");
        assertThat(path.note()).contains("the search ended after");
        assertThat(after(judged, path.steps()).decision().verdict()).isEqualTo(Verdict.READY);
    }

    private static Path path(Judged judged, int runs) {
        return new PathSearch(judged.facts(), judged.now(), efforts(), trials(judged, runs)).path();
    }

    private static Trials trials(Judged judged, int runs) {
        return new Trials(Judged.RULES, Judged.PROFILE, judged.facts(), runs);
    }

    private static Efforts efforts() {
        return new Efforts(Judged.RULES, Judged.DAY);
    }

    /** As somebody would try it who was told the changes as text. */
    private static Conclusions after(Judged judged, List<Path.PathStep> steps) {
        List<String> texts =
                steps.stream().flatMap(step -> step.changes().stream()).toList();
        Wishes.Read read = new Wishes(judged.facts(), efforts()).read(texts);
        return trials(judged, 1).after(((Wishes.Read.Understood) read).changes());
    }
}
