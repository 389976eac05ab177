package dev.mitigauge.assessment;

import dev.mitigauge.assessment.account.Account;
import dev.mitigauge.assessment.change.Path;
import dev.mitigauge.assessment.change.Worsening;
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
import dev.mitigauge.findings.MitigationCoverage;
import dev.mitigauge.findings.Readiness;
import dev.mitigauge.findings.Standing;
import dev.mitigauge.findings.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One run over a set of documents in a context, under one rule set: the answer, immutable. Component names are the names of the JSON
 * answer; everything but {@code id} and {@code assessedAt} depends on the request, the rule set and the day alone.
 *
 * @param id time-ordered UUID
 * @param project the project that it belongs to, null for none
 * @param assessedAt when it was made
 * @param asOf the day for which it was made
 * @param verdict the answer
 * @param reason why, in one sentence
 * @param readiness readiness score, 0 to 100
 * @param mitigationCoverage coverage, 0 to 1 or absent
 * @param deferredRisk deferred-risk score, 0 to 100
 * @param tasks how many tasks in which state
 * @param claims what the documents claim of themselves
 * @param findings worst first
 * @param conditions what must be met if the verdict is {@code READY_WITH_CONDITIONS}, else empty
 * @param conditionDetails the same with the rules that set them and the lines that they are about
 * @param nextActions what to do next, most useful first
 * @param path a short list of actions to the best verdict within reach; null if it was not asked for
 * @param worsens when the answer gets worse if nothing is done, empty if it does not; null if it was not asked for
 * @param contributions accounts of the scores that were asked for
 * @param confidence share of what the scores rest on that was stated, 0 to 1
 * @param documents what was read
 * @param rules the rule set and profile it was made under
 */
public record Assessment(
        String id,
        @Nullable String project,
        Instant assessedAt,
        LocalDate asOf,
        Verdict verdict,
        String reason,
        Readiness readiness,
        MitigationCoverage mitigationCoverage,
        DeferredRisks deferredRisk,
        Tasks tasks,
        List<Claim> claims,
        List<Finding> findings,
        List<String> conditions,
        List<ConditionDetail> conditionDetails,
        List<NextAction> nextActions,
        @Nullable Path path,
        @Nullable List<Worsening> worsens,
        List<Account> contributions,
        double confidence,
        List<ReadDocument> documents,
        RulesUsed rules) {

    public Assessment {
        claims = List.copyOf(claims);
        findings = List.copyOf(findings);
        conditions = List.copyOf(conditions);
        conditionDetails = List.copyOf(conditionDetails);
        nextActions = List.copyOf(nextActions);
        worsens = worsens == null ? null : List.copyOf(worsens);
        contributions = List.copyOf(contributions);
        documents = List.copyOf(documents);
    }

    /** An answer without what it holds only when asked. */
    public Assessment(
            String id,
            @Nullable String project,
            Instant assessedAt,
            LocalDate asOf,
            Verdict verdict,
            String reason,
            Readiness readiness,
            MitigationCoverage mitigationCoverage,
            DeferredRisks deferredRisk,
            Tasks tasks,
            List<Claim> claims,
            List<Finding> findings,
            List<String> conditions,
            List<NextAction> nextActions,
            double confidence,
            List<ReadDocument> documents,
            RulesUsed rules) {
        this(
                id,
                project,
                assessedAt,
                asOf,
                verdict,
                reason,
                readiness,
                mitigationCoverage,
                deferredRisk,
                tasks,
                claims,
                findings,
                conditions,
                List.of(),
                nextActions,
                null,
                null,
                List.of(),
                confidence,
                documents,
                rules);
    }

    /** The same answer, given again. */
    Assessment again(String newId, @Nullable String newProject, Instant now) {
        return new Assessment(
                newId,
                newProject,
                now,
                asOf,
                verdict,
                reason,
                readiness,
                mitigationCoverage,
                deferredRisk,
                tasks,
                claims,
                findings,
                conditions,
                conditionDetails,
                nextActions,
                path,
                worsens,
                contributions,
                confidence,
                documents,
                rules);
    }

    /**
     * All deferred risks.
     *
     * @param score 0 to 100
     * @param raw sum of the residuals
     * @param resolved how many of the documents' risks are resolved, and so not listed
     * @param duplicates how many repeat another, and so are not listed
     * @param risks those that count, largest residual first
     */
    public record DeferredRisks(double score, double raw, int resolved, int duplicates, List<Risk> risks) {}

    /** A deferred risk with what remains of it; components as in {@link dev.mitigauge.facts.DeferredRisk}. */
    public record Risk(
            String id,
            List<String> codes,
            String title,
            Severity severity,
            RiskState state,
            @Nullable String category,
            @Nullable FileRef file,
            int steps,
            @Nullable String owner,
            OwnerKind ownerKind,
            @Nullable FileOwner codeOwner,
            @Nullable LocalDate reviewDate,
            @Nullable String reviewTrigger,
            ReviewBasis reviewBasis,
            @Nullable String effort,
            double inherent,
            double mitigationFactor,
            double interest,
            double residual,
            List<Mitigation> mitigations,
            SourceRef source) {}

    /** Who owns the file of a risk that names no owner; components as in {@link dev.mitigauge.facts.CodeOwner}. */
    public record FileOwner(String owners, String from) {}

    /** A mitigation with what it is worth; components as in {@link dev.mitigauge.findings.MitigationStanding}. */
    public record Mitigation(String text, Tense tense, Standing standing, double credit, SourceRef source) {}

    /**
     * How many tasks in which state. {@code total} and the states count repeated tasks; scores do not.
     *
     * @param duplicates how many repeat another
     * @param byTier total and open by tier, tiers without tasks left out
     */
    public record Tasks(
            int total,
            int done,
            int open,
            int inProgress,
            int blocked,
            int deferred,
            int notApplicable,
            int duplicates,
            SortedMap<Tier, TierCount> byTier) {}

    /**
     * How many tasks of one tier.
     *
     * @param open those that are not settled
     */
    public record TierCount(int total, int open) {}

    /** A claim and whether the body contradicts it; components as in {@link dev.mitigauge.facts.StatusClaim}. */
    public record Claim(
            ClaimScope scope,
            ClaimKind claim,
            @Nullable Integer amount,
            @Nullable Integer total,
            @Nullable LocalDate date,
            String wording,
            boolean contradicted,
            SourceRef source) {}

    /**
     * Something that must be met.
     *
     * @param condition what
     * @param rules ids of the rules that set it
     * @param sources the lines that it is about
     */
    public record ConditionDetail(String condition, List<String> rules, List<SourceRef> sources) {}

    /**
     * Something to do.
     *
     * @param action what
     * @param gain points of readiness that it brings by itself
     * @param readinessAfter readiness after it alone
     * @param verdictAfter verdict after it alone
     * @param source the lines that it is about
     */
    public record NextAction(
            String action, double gain, double readinessAfter, Verdict verdictAfter, SourceRef source) {}

    /** A document that was read; components as in {@link dev.mitigauge.facts.Document}. */
    public record ReadDocument(
            String name,
            DocumentKind kind,
            String sha256,
            int lines,
            double understood,
            @Nullable String language,
            @Nullable Provenance provenance,
            List<SourceRef> unread) {}

    /**
     * What it was judged by.
     *
     * @param digest of the rule set; with tables of the project, of both together
     * @param profile whose thresholds counted
     * @param profileFrom what said so; null if that was not kept
     * @param own what the project asks for besides, null if nothing
     */
    public record RulesUsed(
            String digest,
            String profile,
            @Nullable ProfileSource profileFrom,
            @Nullable OwnTables own) {

        /** The rule set alone; why this profile counted is not known. */
        public RulesUsed(String digest, String profile) {
            this(digest, profile, null, null);
        }

        /** Digest of the organisation's rule set. */
        public String organisation() {
            return own == null ? digest : own.base();
        }
    }

    /**
     * Tables in which a project asks for more than its organisation does.
     *
     * @param base digest of the organisation's rule set
     * @param tables their names
     * @param outdone where the organisation asks for more than the project meanwhile, so that its value counts; one line each
     */
    public record OwnTables(String base, List<String> tables, List<String> outdone) {
        public OwnTables {
            tables = List.copyOf(tables);
            outdone = List.copyOf(outdone);
        }
    }
}
