package dev.mitigauge.assessment.change;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Deployment;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.ReviewBasis;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Today;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.Residual;
import dev.mitigauge.findings.Say;
import dev.mitigauge.rules.tables.ChangeVerb;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be done about risks: each protected or resolved for itself, what has to be written down for a whole document at once. */
final class RiskSteps {

    private final List<Fact> facts;
    private final Conclusions now;
    private final Efforts efforts;
    private final Map<String, List<Mitigation>> mitigations = new HashMap<>();
    private final Map<String, String> deployed = new HashMap<>();
    private @Nullable LocalDate today;

    RiskSteps(List<Fact> facts, Conclusions now, Efforts efforts) {
        this.facts = facts;
        this.now = now;
        this.efforts = efforts;
        for (Fact fact : facts) {
            if (fact instanceof Mitigation mitigation) {
                mitigations
                        .computeIfAbsent(mitigation.riskId(), risk -> new ArrayList<>())
                        .add(mitigation);
            } else if (fact instanceof Deployment value) {
                deployed.put(value.key(), value.value());
            } else if (fact instanceof Today day) {
                today = day.date();
            }
        }
    }

    List<Step> all() {
        List<DeferredRisk> risks = facts.stream()
                .filter(DeferredRisk.class::isInstance)
                .map(DeferredRisk.class::cast)
                .filter(DeferredRisk::counts)
                .sorted(Comparator.comparingDouble(this::residual)
                        .reversed()
                        .thenComparing(DeferredRisk::source)
                        .thenComparing(DeferredRisk::id))
                .toList();
        List<Step> steps = new ArrayList<>();
        risks.forEach(risk -> protect(risk, steps));
        Map<String, List<DeferredRisk>> byDocument = new LinkedHashMap<>();
        risks.stream()
                .sorted(Comparator.comparing(DeferredRisk::source).thenComparing(DeferredRisk::id))
                .forEach(risk -> byDocument
                        .computeIfAbsent(risk.document(), document -> new ArrayList<>())
                        .add(risk));
        byDocument.values().forEach(register -> write(register, steps));
        deploy(risks, steps);
        correct(steps);
        return steps;
    }

    /** A risk that is called resolved and that something is still found about: the steps left over were not needed, or are to be finished. */
    private void correct(List<Step> steps) {
        Set<SourceRef> found = now.findings().stream()
                .filter(finding -> finding.level() != Level.NOTE)
                .flatMap(finding -> finding.sources().stream())
                .collect(Collectors.toSet());
        facts.stream()
                .filter(DeferredRisk.class::isInstance)
                .map(DeferredRisk.class::cast)
                .filter(risk -> risk.state() == RiskState.RESOLVED && !risk.duplicate())
                .filter(risk -> !risk.steps().isEmpty() && found.contains(risk.source()))
                .map(risk -> Step.whole(
                        "finish what is left of the steps of " + Say.risk(risk) + ", or strike what was not needed",
                        List.of(Change.of(ChangeVerb.RESOLVED, risk.id())),
                        null,
                        efforts.usual(ChangeVerb.WITHDRAWN),
                        Step.Order.CORRECTING,
                        risk.source()))
                .forEach(steps::add);
    }

    private double residual(DeferredRisk risk) {
        @Nullable Residual residual = now.residuals().get(risk.id());
        return residual == null ? 0 : residual.residual();
    }

    private void protect(DeferredRisk risk, List<Step> steps) {
        List<Mitigation> known = mitigations.getOrDefault(risk.id(), List.of());
        List<Mitigation> planned = known.stream()
                .filter(mitigation -> mitigation.tense() == Tense.PLANNED)
                .toList();
        boolean bare = known.size() == planned.size();
        steps.add(step(mitigation(risk, planned, bare), ChangeVerb.MITIGATED, risk, Step.Order.PROTECTING));
        steps.add(two(risk, bare));
        steps.add(step(
                "write down which finished work proves what is in place against " + Say.risk(risk),
                ChangeVerb.PROVEN,
                risk,
                Step.Order.WRITING));
        steps.add(step("resolve " + Say.risk(risk), ChangeVerb.RESOLVED, risk, Step.Order.LAST));
    }

    private static String mitigation(DeferredRisk risk, List<Mitigation> planned, boolean bare) {
        if (!planned.isEmpty()) {
            return "put the planned mitigation of " + risk.id() + " in place: "
                    + planned.get(0).text();
        }
        return "put " + (bare ? "a" : "one more") + " mitigation of " + Say.risk(risk) + " in place";
    }

    private Step two(DeferredRisk risk, boolean bare) {
        Change one = Change.of(ChangeVerb.MITIGATED, risk.id());
        return Step.whole(
                "put two " + (bare ? "" : "more ") + "mitigations of " + Say.risk(risk) + " in place",
                List.of(one, one),
                null,
                2 * efforts.usual(ChangeVerb.MITIGATED),
                Step.Order.LAST,
                risk.source());
    }

    private Step step(String action, ChangeVerb verb, DeferredRisk risk, Step.Order order) {
        boolean stated = verb == ChangeVerb.RESOLVED;
        return Step.whole(
                action,
                List.of(Change.of(verb, risk.id())),
                stated ? risk.effort() : null,
                stated ? efforts.of(risk.effort(), verb) : efforts.usual(verb),
                order,
                risk.source());
    }

    private void write(List<DeferredRisk> register, List<Step> steps) {
        String severity = Say.word(Severity.valueOf(efforts.assumed(ChangeVerb.SEVERITY)));
        write(register, RiskSteps::isUnrated, ChangeVerb.SEVERITY, "rate ", ", here taken for " + severity, steps);
        write(register, risk -> risk.owner() == null, ChangeVerb.OWNER, "name an owner of ", "", steps);
        List<DeferredRisk> vaguest = register.stream()
                .sorted(Comparator.comparing(RiskSteps::namesNoEvent).reversed())
                .toList();
        write(vaguest, this::lacksDay, ChangeVerb.REVIEW, "set a date of review for ", "", steps);
        write(
                register,
                risk -> !risk.missing().isEmpty(),
                ChangeVerb.DESCRIBED,
                "fill in what the register asks for at ",
                "",
                steps);
    }

    private static boolean isUnrated(DeferredRisk risk) {
        return risk.severity() == Severity.UNRATED && (risk.likelihood() == null || risk.impact() == null);
    }

    /** An event will do where a day is not asked for. */
    private static boolean namesNoEvent(DeferredRisk risk) {
        return risk.reviewBasis() != ReviewBasis.TRIGGER;
    }

    private boolean lacksDay(DeferredRisk risk) {
        return risk.reviewDate() == null || (today != null && risk.reviewDate().isBefore(today));
    }

    private void write(
            List<DeferredRisk> register,
            Predicate<DeferredRisk> lacking,
            ChangeVerb verb,
            String what,
            String assumed,
            List<Step> steps) {
        List<DeferredRisk> risks = register.stream().filter(lacking).toList();
        if (!risks.isEmpty()) {
            steps.add(written(risks, verb, what, assumed));
        }
    }

    /** May be done for some of the risks alone, the first of them. */
    private Step written(List<DeferredRisk> risks, ChangeVerb verb, String what, String assumed) {
        return new Step(
                what + Say.risks(risks) + assumed,
                risks.stream()
                        .map(risk -> efforts.valued(Change.of(verb, risk.id())))
                        .toList(),
                null,
                efforts.usual(verb) * risks.size(),
                Step.Order.WRITING,
                risks.get(0).source(),
                risks.size(),
                most -> written(risks.subList(0, most), verb, what, assumed));
    }

    /** Deploying as assumed makes a void mitigation count again. */
    private void deploy(List<DeferredRisk> risks, List<Step> steps) {
        List<String> ids = risks.stream().map(DeferredRisk::id).toList();
        facts.stream()
                .filter(Assumption.class::isInstance)
                .map(Assumption.class::cast)
                .filter(assumption -> ids.contains(assumption.riskId()))
                .filter(assumption ->
                        !assumption.expected().equals(deployed.getOrDefault(assumption.key(), assumption.expected())))
                .map(assumption -> Step.whole(
                        "deploy as " + assumption.riskId() + " assumes: " + assumption.key() + " = "
                                + assumption.expected(),
                        List.of(new Change(ChangeVerb.DEPLOYED, assumption.key(), assumption.expected())),
                        null,
                        efforts.usual(ChangeVerb.DEPLOYED),
                        Step.Order.LAST,
                        assumption.source()))
                .forEach(steps::add);
    }
}
