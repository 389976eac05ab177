package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.OwnerKind;

/**
 * A row of {@code owner-strengths.csv}.
 *
 * @param kind who is written down as an owner
 * @param strength how much of an answer that is, as a share
 */
public record OwnerStrength(
        OwnerKind kind, @Range(min = 0, max = 1) double strength) {}
