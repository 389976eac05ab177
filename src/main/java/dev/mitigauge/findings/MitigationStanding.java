package dev.mitigauge.findings;

/**
 * What a mitigation is worth, and why.
 *
 * @param mitigationId id of the mitigation
 * @param riskId id of its risk
 * @param standing what it is worth
 * @param credit the share of the risk that it takes away, 0 to 1, from {@code tables/mitigation-credits.csv}
 */
public record MitigationStanding(String mitigationId, String riskId, Standing standing, double credit) {}
