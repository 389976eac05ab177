package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.Severity;

/**
 * A row of {@code severity-weights.csv}.
 *
 * @param severity how bad a risk is
 * @param weight its inherent weight
 */
public record SeverityWeight(
        Severity severity, @Range(min = 0, max = 1000) double weight) {}
