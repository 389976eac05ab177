package dev.mitigauge.findings;

/**
 * How much of one aspect was stated rather than defaulted.
 *
 * @param aspect what
 * @param stated for how many items it was stated
 * @param of for how many items it matters, at least {@code stated}
 */
public record Stated(Aspect aspect, int stated, int of) {}
