package dev.mitigauge.findings;

/**
 * How much of what the scores rest on was stated rather than defaulted.
 *
 * @param value 0 to 1
 */
public record Confidence(double value) {}
