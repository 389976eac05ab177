package dev.mitigauge.findings;

/**
 * A risk with at least one mitigation that is referenced or verified.
 *
 * @param riskId its id
 */
public record ProvenRisk(String riskId) {}
