package dev.mitigauge.assessment;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.MitigationKind;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.rules.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What to do next: single steps, each tried by firing the rules anew on facts as they would be after it. The gain is therefore exact, for
 * that step alone.
 */
final class NextSteps {

    /** A step that could be taken; {@code edit} gives the facts as they would be after it. */
    private record Step(String action, SourceRef source, UnaryOperator<List<Fact>> edit) {}

    private final List<Fact> facts;
    private final Conclusions now;
    private final RuleSet rules;
    private final String profile;

    NextSteps(List<Fact> facts, Conclusions now, RuleSet rules, String profile) {
        this.facts = facts;
        this.now = now;
        this.rules = rules;
        this.profile = profile;
    }

    /**
     * The most useful steps, largest gain first.
     *
     * @param most how many are tried, from 0; each costs one run of the rules
     */
    List<Assessment.NextAction> best(int most) {
        return most == 0
                ? List.of()
                : steps().stream()
                        .limit(most)
                        .map(this::tried)
                        .filter(this::isWorthTaking)
                        .sorted(Comparator.comparing(Assessment.NextAction::verdictAfter)
                                .thenComparing(Assessment.NextAction::gain, Comparator.reverseOrder()))
                        .toList();
    }

    private boolean isWorthTaking(Assessment.NextAction action) {
        return action.gain() > 0 || action.verdictAfter() != now.decision().verdict();
    }

    private Assessment.NextAction tried(Step step) {
        Conclusions after = rules.judge(step.edit().apply(facts), profile);
        return new Assessment.NextAction(
                step.action(),
                after.readiness().score() - now.readiness().score(),
                after.readiness().score(),
                after.decision().verdict(),
                step.source());
    }

    /** What holds the release comes first, in document order; then what weighs most. */
    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.addAll(finishing(true));
        steps.addAll(mitigating());
        steps.addAll(takingBack());
        steps.addAll(finishing(false));
        return steps;
    }

    /** One step for all open tasks of a section that weigh alike: nobody plans a release tick by tick. */
    private List<Step> finishing(boolean holding) {
        Map<String, List<Task>> bySection = new LinkedHashMap<>();
        facts.stream()
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .filter(task -> !task.settled() && !task.accepted() && !task.duplicate() && task.tier() != Tier.ARCHIVE)
                .filter(task -> holding == (task.must() || task.tier() == Tier.CRITICAL))
                .sorted(Comparator.comparing(Task::tier).thenComparing(Task::source))
                .forEach(task -> bySection
                        .computeIfAbsent(task.tier() + "\n" + task.section(), key -> new ArrayList<>())
                        .add(task));
        List<Step> steps = new ArrayList<>();
        bySection.values().forEach(tasks -> steps.add(finishing(tasks)));
        return steps;
    }

    private Step finishing(List<Task> tasks) {
        Set<String> prints = new HashSet<>();
        tasks.forEach(task -> prints.add(task.fingerprint()));
        Task first = tasks.get(0);
        String action = tasks.size() == 1
                ? "finish “" + first.text() + "” and note its evidence"
                : "finish the " + tasks.size() + " open tasks of “" + title(first) + "” and note their evidence";
        return new Step(action, first.source(), before -> before.stream()
                .map(fact -> fact instanceof Task task && prints.contains(task.fingerprint()) && !task.settled()
                        ? task.finished()
                        : fact)
                .toList());
    }

    private String title(Task task) {
        return facts.stream()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .filter(section -> section.id().equals(task.section()))
                .map(Section::title)
                .findFirst()
                .orElse(task.document());
    }

    private List<Step> mitigating() {
        Set<String> mitigated = new HashSet<>();
        Map<String, Mitigation> planned = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Mitigation mitigation) {
                if (mitigation.tense() == Tense.IN_PLACE) {
                    mitigated.add(mitigation.riskId());
                } else {
                    planned.putIfAbsent(mitigation.riskId(), mitigation);
                }
            }
        }
        return facts.stream()
                .filter(DeferredRisk.class::isInstance)
                .map(DeferredRisk.class::cast)
                .filter(risk -> risk.counts() && !mitigated.contains(risk.id()))
                .sorted(Comparator.comparingDouble(this::residual).reversed().thenComparing(DeferredRisk::source))
                .map(risk -> mitigating(risk, planned.get(risk.id())))
                .toList();
    }

    private double residual(DeferredRisk risk) {
        var residual = now.residuals().get(risk.id());
        return residual == null ? 0 : residual.residual();
    }

    private static Step mitigating(DeferredRisk risk, @Nullable Mitigation planned) {
        if (planned != null) {
            return new Step(
                    "put the planned mitigation of " + risk.id() + " in place: " + planned.text(),
                    planned.source(),
                    before -> before.stream()
                            .map(fact -> fact instanceof Mitigation mitigation
                                            && mitigation.id().equals(planned.id())
                                    ? mitigation.inPlace()
                                    : fact)
                            .toList());
        }
        Mitigation added = new Mitigation(
                risk.id() + "/next",
                risk.id(),
                "a mitigation",
                Tense.IN_PLACE,
                MitigationKind.CONTROL,
                Set.of(),
                List.of(),
                risk.source());
        return new Step("put a mitigation of " + risk.id() + " in place", risk.source(), before -> {
            List<Fact> after = new ArrayList<>(before);
            after.add(added);
            return after;
        });
    }

    private List<Step> takingBack() {
        return facts.stream()
                .filter(StatusClaim.class::isInstance)
                .map(StatusClaim.class::cast)
                .filter(claim ->
                        claim.claim() == ClaimKind.READY && now.contradicted().containsKey(claim.id()))
                .map(claim -> new Step(
                        "take back the claim “" + claim.wording() + "”", claim.source(), before -> before.stream()
                                .filter(fact -> !fact.equals(claim))
                                .toList()))
                .toList();
    }
}
