package dev.mitigauge.rules.tables;

import dev.mitigauge.findings.Aspect;

/**
 * A row of {@code confidence-weights.csv}.
 *
 * @param aspect something that a document may leave unsaid
 * @param weight how much it counts for confidence, for each item
 */
public record ConfidenceWeight(
        Aspect aspect, @Range(min = 0, max = 100) double weight) {}
