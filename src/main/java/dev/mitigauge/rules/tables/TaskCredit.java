package dev.mitigauge.rules.tables;

import dev.mitigauge.findings.Worth;

/**
 * A row of {@code task-credits.csv}.
 *
 * @param worth what a task's state is worth
 * @param credit share of its weight that it earns
 */
public record TaskCredit(
        Worth worth, @Range(min = 0, max = 1) double credit) {}
