package dev.mitigauge.findings;

/**
 * How a risk grows while it is overdue.
 *
 * @param riskId id of the risk
 * @param daysOverdue whole days since it was due, from 0
 * @param factor growth, from 1
 */
public record Interest(String riskId, long daysOverdue, double factor) {}
