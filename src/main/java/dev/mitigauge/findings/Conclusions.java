package dev.mitigauge.findings;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * All that the rules of one set concluded about one set of facts.
 *
 * @param decision verdict and reason
 * @param readiness readiness score
 * @param coverage mitigation coverage
 * @param deferredRisk deferred-risk score
 * @param residuals what remains of each risk that counts, by risk id
 * @param standings what each mitigation is worth, by mitigation id
 * @param contradicted claims that the body contradicts, by claim id
 * @param confidence how much was stated
 * @param findings worst first
 * @param firings how often each rule fired, by rule id; rules that did not fire are left out
 */
public record Conclusions(
        Decision decision,
        Readiness readiness,
        MitigationCoverage coverage,
        DeferredRiskScore deferredRisk,
        Map<String, Residual> residuals,
        Map<String, MitigationStanding> standings,
        Map<String, ContradictedClaim> contradicted,
        Confidence confidence,
        List<Finding> findings,
        SortedMap<String, Integer> firings) {}
