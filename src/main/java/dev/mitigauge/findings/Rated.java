package dev.mitigauge.findings;

import dev.mitigauge.facts.Severity;

/**
 * The severity that a risk is scored with: the stated one, or the one that the matrix gives for likelihood and impact.
 *
 * @param riskId id of the risk
 * @param severity its severity
 */
public record Rated(String riskId, Severity severity) {}
