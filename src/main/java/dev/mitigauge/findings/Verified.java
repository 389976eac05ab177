package dev.mitigauge.findings;

/**
 * What a mitigation cites as its proof was looked up and found.
 *
 * @param mitigationId id of the mitigation
 */
public record Verified(String mitigationId) {}
