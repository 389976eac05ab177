package dev.mitigauge.findings;

/**
 * The deferred risk of the whole.
 *
 * @param score 0 (none) to 100, growing ever slower with {@code raw}
 * @param raw sum of all residuals, from 0
 */
public record DeferredRiskScore(double score, double raw) {}
