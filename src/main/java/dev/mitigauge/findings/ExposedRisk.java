package dev.mitigauge.findings;

import dev.mitigauge.facts.DeferredRisk;

/**
 * A high or critical risk that counts and against which nothing works now.
 *
 * @param riskId its id
 * @param document name of its document
 * @param risk the risk
 */
public record ExposedRisk(String riskId, String document, DeferredRisk risk) {}
