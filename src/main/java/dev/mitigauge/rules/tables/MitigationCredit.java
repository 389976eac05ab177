package dev.mitigauge.rules.tables;

import dev.mitigauge.findings.Standing;

/**
 * A row of {@code mitigation-credits.csv}.
 *
 * @param standing what a mitigation is worth
 * @param credit share of the risk that it takes away
 */
public record MitigationCredit(
        Standing standing, @Range(min = 0, max = 1) double credit) {}
