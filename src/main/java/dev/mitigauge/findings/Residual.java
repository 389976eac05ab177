package dev.mitigauge.findings;

/**
 * What remains of one risk.
 *
 * @param riskId id of the risk
 * @param inherent weight of its severity, from {@code tables/severity-weights.csv}
 * @param mitigationFactor share that its mitigations leave, from the floor in {@code tables/parameters.csv} to 1
 * @param interest growth with the days it is overdue, from 1
 * @param residual the product of the three
 */
public record Residual(String riskId, double inherent, double mitigationFactor, double interest, double residual) {}
