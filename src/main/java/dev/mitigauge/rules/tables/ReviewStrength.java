package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.ReviewBasis;

/**
 * A row of {@code review-strengths.csv}.
 *
 * @param basis what calls for a review
 * @param strength how much of an answer that is, as a share
 */
public record ReviewStrength(
        ReviewBasis basis, @Range(min = 0, max = 1) double strength) {}
