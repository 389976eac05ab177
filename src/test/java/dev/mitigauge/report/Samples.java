package dev.mitigauge.report;

import dev.mitigauge.assessment.Assessment;
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
import java.util.stream.IntStream;

/** Assessments made by hand. */
public final class Samples {

    private static final String RULES = "sha256:" + "5ca1ab1e".repeat(8);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private Samples() {}

    /** An overclaiming checklist beside a register of two risks. */
    public static Assessment notReady() {
        return new Assessment(
                "0190a000-0000-7000-8000-000000000001",
                null,
                Instant.parse("2026-11-20T09:30:00Z"),
                DAY,
                Verdict.NOT_READY,
                "the launch list claims readiness, and 2 tasks of its critical tier are open",
                new Readiness(57.46, 60, "2 tasks of the critical tier are open", 0.7083333),
                new MitigationCoverage(0.4512, 2, 1),
                new Assessment.DeferredRisks(12.345, 3.9501, 1, 1, List.of(cache(), backup())),
                new Assessment.Tasks(
                        13,
                        8,
                        4,
                        1,
                        0,
                        0,
                        0,
                        1,
                        new TreeMap<>(Map.of(
                                Tier.CRITICAL, new Assessment.TierCount(5, 2),
                                Tier.NORMAL, new Assessment.TierCount(8, 3)))),
                List.of(
                        claim(ClaimKind.READY, "Ready for production", true, at("launch.md", 3)),
                        new Assessment.Claim(
                                ClaimScope.SECTION,
                                ClaimKind.REMAINING,
                                2,
                                null,
                                null,
                                "Billing (2 remaining)",
                                false,
                                at("launch.md", 21))),
                findings(),
                List.of(),
                List.of(new Assessment.NextAction(
                        "finish “rotate the signing key”", 2.54, 60, Verdict.NOT_READY, at("launch.md", 8))),
                0.931,
                List.of(
                        new Assessment.ReadDocument(
                                "launch.md",
                                DocumentKind.CHECKLIST,
                                "ab".repeat(32),
                                48,
                                0.9583,
                                "en",
                                Provenance.UNKNOWN,
                                List.of(new SourceRef("launch.md", 44, 46, "ask Robin about the thing"))),
                        new Assessment.ReadDocument(
                                "deferred.md",
                                DocumentKind.REGISTER,
                                "cd".repeat(32),
                                31,
                                1,
                                "en",
                                new Provenance("1234abc", "R. Example", "2026-11-01", List.of("#12")),
                                List.of())),
                new Assessment.RulesUsed(RULES, "production"));
    }

    /** A finished checklist that lists no risks and leaves nothing to be done. */
    public static Assessment ready() {
        return new Assessment(
                "0190a000-0000-7000-8000-000000000002",
                "harbour",
                Instant.parse("2026-11-20T09:30:00Z"),
                DAY,
                Verdict.READY,
                "every task is done and no risk is deferred",
                new Readiness(100, 100, null, 1.0),
                new MitigationCoverage(null, 0, 0),
                new Assessment.DeferredRisks(0, 0, 0, 0, List.of()),
                new Assessment.Tasks(
                        6, 6, 0, 0, 0, 0, 0, 0, new TreeMap<>(Map.of(Tier.CRITICAL, new Assessment.TierCount(6, 0)))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                1,
                List.of(document("go-live.md", DocumentKind.CHECKLIST)),
                new Assessment.RulesUsed(RULES, "production"));
    }

    /** A checklist without evidence: two conditions, and actions that were not computed. */
    public static Assessment conditional() {
        return with(
                Verdict.READY_WITH_CONDITIONS,
                "ready once the ticks of the critical tier are proven",
                List.of(
                        warning(
                                "EVI-002",
                                "A critical tick without evidence",
                                "“restore tested” is ticked, nothing proves it",
                                "Link the run or the report that proves the tick.",
                                at("go-live.md", 5)),
                        warning(
                                "HYG-001",
                                "A risk without owner",
                                "A risk without owner",
                                "Name a person or a team.",
                                at("go-live.md", 30))),
                List.of("Link the run or the report that proves the tick.", "Name a person or a team."));
    }

    /** A form that nobody filled in. */
    public static Assessment blank() {
        return new Assessment(
                "0190a000-0000-7000-8000-000000000004",
                null,
                Instant.parse("2026-11-20T09:30:00Z"),
                DAY,
                Verdict.INSUFFICIENT_EVIDENCE,
                "the document is a form that nobody filled in",
                new Readiness(0, 100, null, null),
                new MitigationCoverage(null, 0, 0),
                new Assessment.DeferredRisks(0, 0, 0, 0, List.of()),
                new Assessment.Tasks(0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(document("form.md", DocumentKind.UNRECOGNISED)),
                new Assessment.RulesUsed(RULES, "production"));
    }

    /** The given findings in an assessment that is otherwise ready. */
    public static Assessment with(Verdict verdict, String reason, List<Finding> findings, List<String> conditions) {
        Assessment base = ready();
        return new Assessment(
                base.id(),
                base.project(),
                base.assessedAt(),
                base.asOf(),
                verdict,
                reason,
                base.readiness(),
                base.mitigationCoverage(),
                base.deferredRisk(),
                base.tasks(),
                base.claims(),
                findings,
                conditions,
                base.nextActions(),
                base.confidence(),
                base.documents(),
                base.rules());
    }

    /** What was not ready would be. */
    public static Simulation simulation(List<String> changes) {
        Assessment before = notReady();
        Assessment after = ready();
        return new Simulation(
                changes,
                before,
                after,
                new Simulation.Difference(
                        before.verdict(),
                        after.verdict(),
                        after.readiness().score() - before.readiness().score(),
                        null,
                        after.deferredRisk().score() - before.deferredRisk().score(),
                        0,
                        before.findings(),
                        after.findings()));
    }

    static Finding warning(String rule, String title, String message, String remedy, SourceRef source) {
        return new Finding(rule, Level.WARNING, title, message, remedy, List.of(source));
    }

    static SourceRef at(String document, int line) {
        return new SourceRef(document, line, line, "");
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(
                        "CLM-001",
                        Level.BLOCKER,
                        "A readiness claim that its own body contradicts",
                        "“Ready for production” stands above 5 open tasks",
                        "Finish the open tasks or withdraw the claim.",
                        IntStream.of(3, 8, 9, 22, 23, 24)
                                .mapToObj(line -> at("launch.md", line))
                                .toList()),
                warning(
                        "DEF-004",
                        "A mitigation that rests on an assumption which does not hold",
                        "risk OPS-2 assumes one replica, the deployment has 3",
                        "Mitigate the risk for the deployment as it is.",
                        at("deferred.md", 19)),
                new Finding(
                        "HYG-003",
                        Level.NOTE,
                        "A risk without review date",
                        "A risk without review date",
                        "Say when the risk is looked at again.",
                        List.of(at("deferred.md", 12))));
    }

    private static Assessment.Risk cache() {
        return new Assessment.Risk(
                "OPS-2",
                List.of(),
                "Session cache lives in the memory of one process",
                Severity.MEDIUM,
                RiskState.OPEN,
                "Architectural",
                new FileRef("src/session/cache.ts", 19),
                4,
                null,
                OwnerKind.PLACEHOLDER,
                new Assessment.FileOwner("@acme/edge", ".github/CODEOWNERS:12"),
                null,
                null,
                ReviewBasis.NONE,
                null,
                3,
                0.85,
                1,
                2.55,
                List.of(
                        mitigation("bounded at 10,000 entries", Tense.IN_PLACE, Standing.CLAIMED, 0.15),
                        mitigation("a single replica runs", Tense.IN_PLACE, Standing.VOID, 0)),
                new SourceRef("deferred.md", 12, 24, "## OPS-2 Session cache"));
    }

    private static Assessment.Risk backup() {
        return new Assessment.Risk(
                "OPS-7",
                List.of("SEC-9"),
                "Backups are not encrypted at rest",
                Severity.LOW,
                RiskState.ACCEPTED,
                null,
                null,
                0,
                "platform team",
                OwnerKind.TEAM,
                null,
                LocalDate.of(2026, 9, 1),
                "every quarter",
                ReviewBasis.DATE,
                "2 d",
                1,
                1,
                1.40007,
                1.40007,
                List.of(),
                new SourceRef("deferred.md", 25, 31, "## OPS-7 Backups"));
    }

    private static Assessment.Mitigation mitigation(String text, Tense tense, Standing standing, double credit) {
        return new Assessment.Mitigation(text, tense, standing, credit, at("deferred.md", 19));
    }

    private static Assessment.Claim claim(ClaimKind kind, String wording, boolean contradicted, SourceRef source) {
        return new Assessment.Claim(
                ClaimScope.DOCUMENT, kind, null, null, LocalDate.of(2026, 11, 2), wording, contradicted, source);
    }

    private static Assessment.ReadDocument document(String name, DocumentKind kind) {
        return new Assessment.ReadDocument(name, kind, "ef".repeat(32), 20, 1, null, null, List.of());
    }
}
