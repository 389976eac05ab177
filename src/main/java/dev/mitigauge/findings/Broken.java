package dev.mitigauge.findings;

/**
 * What a mitigation cites as its proof is open again or is not there.
 *
 * @param mitigationId id of the mitigation
 */
public record Broken(String mitigationId) {}
