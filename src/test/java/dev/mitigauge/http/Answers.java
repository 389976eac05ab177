package dev.mitigauge.http;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.Simulation;
import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.DocumentKind;
import dev.mitigauge.facts.FileRef;
import dev.mitigauge.facts.OwnerKind;
import dev.mitigauge.facts.Provenance;
import dev.mitigauge.facts.ReviewBasis;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.MitigationCoverage;
import dev.mitigauge.findings.Readiness;
import dev.mitigauge.findings.Standing;
import dev.mitigauge.findings.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Assessments that no rule has made, with something in every place. */
final class Answers {

    static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    private Answers() {}

    /** An answer that repeats what it was asked, so that a test sees what arrived. */
    static Assessment to(AssessmentRequest request) {
        SourceRef source = new SourceRef(request.documents().get(0).name(), 7, 19, "### R-1: no rate limit");
        LocalDate day = request.asOf() == null ? LocalDate.of(2026, 2, 6) : request.asOf();
        return new Assessment(
                "0198c0de-0000-7000-8000-000000000001",
                request.project(),
                Instant.parse("2026-02-06T10:15:30Z"),
                day,
                Verdict.NOT_READY,
                "the document says that it is ready, and its body says that it is not",
                new Readiness(58.3, 60, "a critical task is open", 0.61),
                new MitigationCoverage(0.45, 1, 0),
                new Assessment.DeferredRisks(8.2, 2.56, 1, 0, List.of(risk(source))),
                new Assessment.Tasks(
                        2, 1, 1, 0, 0, 0, 0, 0, new TreeMap<>(Map.of(Tier.CRITICAL, new Assessment.TierCount(2, 1)))),
                List.of(new Assessment.Claim(
                        ClaimScope.DOCUMENT, ClaimKind.READY, null, null, day, "PRODUCTION READY", true, source)),
                List.of(new Finding(
                        "CLM-001",
                        Level.BLOCKER,
                        "Contradicted claim",
                        "1 task is open",
                        "finish it or take the claim back",
                        List.of(source))),
                List.of("finish it or take the claim back"),
                List.of(new Assessment.NextAction("finish the rate limit", 4.2, 62.5, Verdict.NOT_READY, source)),
                0.93,
                request.documents().stream()
                        .map(input -> new Assessment.ReadDocument(
                                input.name(),
                                DocumentKind.CHECKLIST,
                                "ab".repeat(32),
                                42,
                                0.98,
                                "en",
                                new Provenance("89ec509", "A. Author", "2026-02-06", List.of("#347")),
                                List.of(source)))
                        .toList(),
                new Assessment.RulesUsed(DIGEST, request.profile() == null ? "production" : request.profile()));
    }

    /** A simulation of which both sides are alike. */
    static Simulation simulation(AssessmentRequest request) {
        Assessment both = to(request);
        return new Simulation(
                request.asked().changes(),
                both,
                both,
                new Simulation.Difference(
                        both.verdict(), both.verdict(), 0, 0.0, 0, 0, both.findings(), both.findings()));
    }

    private static Assessment.Risk risk(SourceRef source) {
        return new Assessment.Risk(
                "R-1",
                List.of("SEC-1"),
                "no rate limit",
                Severity.MEDIUM,
                RiskState.OPEN,
                "Architectural",
                new FileRef("src/limit.ts", 19),
                5,
                "team-edge",
                OwnerKind.TEAM,
                null,
                LocalDate.of(2026, 6, 30),
                "each quarter",
                ReviewBasis.DATE,
                "2 days",
                3,
                0.61,
                1,
                1.84,
                List.of(new Assessment.Mitigation("a proxy limits it", Tense.IN_PLACE, Standing.CLAIMED, 0.15, source)),
                source);
    }
}
