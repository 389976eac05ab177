package dev.mitigauge.findings;

/**
 * Finished work with evidence stands behind a mitigation.
 *
 * @param mitigationId id of the mitigation
 */
public record Backed(String mitigationId) {}
