package dev.mitigauge.findings;

/**
 * A {@code BLOCKER} finding that no waiver covers.
 *
 * @param rule id of its rule
 */
public record Holding(String rule) {}
