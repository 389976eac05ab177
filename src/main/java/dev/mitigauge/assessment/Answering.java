package dev.mitigauge.assessment;

import dev.mitigauge.facts.CodeOwner;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.MitigationStanding;
import dev.mitigauge.findings.Residual;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.rules.RuleFailure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts facts and conclusions together into the answer; collects, decides nothing. */
record Answering(AssessmentRequest request, List<Fact> facts, Conclusions conclusions, Assessment.RulesUsed rules) {

    Assessment answer(UUID id, Instant instant, LocalDate day, Extras extras) {
        Verdict verdict = conclusions.decision().verdict();
        return new Assessment(
                id.toString(),
                request.project(),
                instant,
                day,
                verdict,
                conclusions.decision().reason(),
                conclusions.readiness(),
                conclusions.coverage(),
                deferredRisks(),
                tasks(),
                claims(),
                conclusions.findings(),
                verdict == Verdict.READY_WITH_CONDITIONS ? conditions() : List.of(),
                verdict == Verdict.READY_WITH_CONDITIONS ? conditionDetails() : List.of(),
                extras.nextActions(),
                extras.path(),
                extras.worsens(),
                extras.contributions(),
                conclusions.confidence().value(),
                documents(),
                rules);
    }

    private Assessment.DeferredRisks deferredRisks() {
        Map<String, List<Assessment.Mitigation>> mitigations = mitigations();
        Map<String, Assessment.FileOwner> codeOwners = codeOwners();
        int resolved = 0;
        int duplicates = 0;
        List<Assessment.Risk> risks = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof DeferredRisk risk) {
                if (risk.duplicate()) {
                    duplicates++;
                } else if (risk.state() == RiskState.RESOLVED) {
                    resolved++;
                } else {
                    risks.add(risk(risk, mitigations.getOrDefault(risk.id(), List.of()), codeOwners));
                }
            }
        }
        risks.sort(Comparator.comparingDouble(Assessment.Risk::residual)
                .reversed()
                .thenComparing(Assessment.Risk::source)
                .thenComparing(Assessment.Risk::id));
        return new Assessment.DeferredRisks(
                conclusions.deferredRisk().score(), conclusions.deferredRisk().raw(), resolved, duplicates, risks);
    }

    private Assessment.Risk risk(
            DeferredRisk risk, List<Assessment.Mitigation> mitigations, Map<String, Assessment.FileOwner> codeOwners) {
        @Nullable Residual residual = conclusions.residuals().get(risk.id());
        if (residual == null) {
            throw new RuleFailure("no rule concluded a Residual of risk `" + risk.id() + "`");
        }
        return new Assessment.Risk(
                risk.id(),
                risk.codes(),
                risk.title(),
                risk.severity(),
                risk.state(),
                risk.category(),
                risk.file(),
                risk.steps().size(),
                risk.owner(),
                risk.ownerKind(),
                codeOwners.get(risk.id()),
                risk.reviewDate(),
                risk.reviewTrigger(),
                risk.reviewBasis(),
                risk.effort(),
                residual.inherent(),
                residual.mitigationFactor(),
                residual.interest(),
                residual.residual(),
                mitigations,
                risk.source());
    }

    private Map<String, Assessment.FileOwner> codeOwners() {
        Map<String, Assessment.FileOwner> byItem = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof CodeOwner owner) {
                byItem.put(owner.item(), new Assessment.FileOwner(owner.owners(), owner.from()));
            }
        }
        return byItem;
    }

    private Map<String, List<Assessment.Mitigation>> mitigations() {
        Map<String, List<Assessment.Mitigation>> byRisk = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Mitigation mitigation) {
                MitigationStanding standing = conclusions.standings().get(mitigation.id());
                if (standing != null) {
                    byRisk.computeIfAbsent(mitigation.riskId(), risk -> new ArrayList<>())
                            .add(new Assessment.Mitigation(
                                    mitigation.text(),
                                    mitigation.tense(),
                                    standing.standing(),
                                    standing.credit(),
                                    mitigation.source()));
                }
            }
        }
        return byRisk;
    }

    private Assessment.Tasks tasks() {
        Map<TaskState, Integer> byState = new EnumMap<>(TaskState.class);
        SortedMap<Tier, Assessment.TierCount> byTier = new TreeMap<>();
        int total = 0;
        int duplicates = 0;
        for (Fact fact : facts) {
            if (fact instanceof Task task) {
                total++;
                duplicates += task.duplicate() ? 1 : 0;
                byState.merge(task.state(), 1, Integer::sum);
                byTier.merge(
                        task.tier(),
                        new Assessment.TierCount(1, task.settled() ? 0 : 1),
                        (a, b) -> new Assessment.TierCount(a.total() + b.total(), a.open() + b.open()));
            }
        }
        return new Assessment.Tasks(
                total,
                byState.getOrDefault(TaskState.DONE, 0),
                byState.getOrDefault(TaskState.OPEN, 0),
                byState.getOrDefault(TaskState.IN_PROGRESS, 0),
                byState.getOrDefault(TaskState.BLOCKED, 0),
                byState.getOrDefault(TaskState.DEFERRED, 0),
                byState.getOrDefault(TaskState.NOT_APPLICABLE, 0),
                duplicates,
                byTier);
    }

    private List<Assessment.Claim> claims() {
        List<Assessment.Claim> claims = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof StatusClaim claim) {
                claims.add(new Assessment.Claim(
                        claim.scope(),
                        claim.claim(),
                        claim.amount(),
                        claim.total(),
                        claim.date(),
                        claim.wording(),
                        conclusions.contradicted().containsKey(claim.id()),
                        claim.source()));
            }
        }
        claims.sort(Comparator.comparing(Assessment.Claim::scope).thenComparing(Assessment.Claim::source));
        return claims;
    }

    /** Every warning is a condition: what must be met, each remedy once. */
    private List<String> conditions() {
        return conclusions.findings().stream()
                .filter(finding -> finding.level() == Level.WARNING)
                .map(Finding::remedy)
                .distinct()
                .toList();
    }

    private List<Assessment.ConditionDetail> conditionDetails() {
        return conclusions.findings().stream()
                .filter(finding -> finding.level() == Level.WARNING)
                .collect(Collectors.groupingBy(Finding::remedy, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(condition -> new Assessment.ConditionDetail(
                        condition.getKey(),
                        condition.getValue().stream()
                                .map(Finding::rule)
                                .distinct()
                                .toList(),
                        condition.getValue().stream()
                                .flatMap(finding -> finding.sources().stream())
                                .sorted()
                                .distinct()
                                .toList()))
                .toList();
    }

    private List<Assessment.ReadDocument> documents() {
        List<Assessment.ReadDocument> documents = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Document document) {
                documents.add(new Assessment.ReadDocument(
                        document.name(),
                        document.kind(),
                        document.sha256(),
                        document.lines(),
                        document.understood(),
                        document.language(),
                        document.provenance(),
                        document.unread()));
            }
        }
        documents.sort(Comparator.comparing(Assessment.ReadDocument::name));
        return documents;
    }
}
