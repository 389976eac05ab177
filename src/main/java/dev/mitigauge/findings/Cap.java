package dev.mitigauge.findings;

/**
 * The highest readiness that something open allows.
 *
 * @param limit 0 to 100
 * @param reason what is open, in a sentence
 */
public record Cap(double limit, String reason) {}
