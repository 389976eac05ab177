package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.Tier;

/**
 * A row of {@code tier-weights.csv}.
 *
 * @param tier how much a task matters
 * @param weight its weight in completion; 0 leaves the tier out
 */
public record TierWeight(
        Tier tier, @Range(min = 0, max = 1000) double weight) {}
