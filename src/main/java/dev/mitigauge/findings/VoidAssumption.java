package dev.mitigauge.findings;

/**
 * The deployment contradicts what a mitigation rests on.
 *
 * @param mitigationId id of the mitigation
 */
public record VoidAssumption(String mitigationId) {}
