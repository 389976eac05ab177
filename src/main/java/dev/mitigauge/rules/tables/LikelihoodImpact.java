package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.Rating;
import dev.mitigauge.facts.Severity;

/**
 * A row of {@code likelihood-impact.csv}.
 *
 * @param likelihood stated likelihood
 * @param impact stated impact
 * @param severity the severity that they make together
 */
public record LikelihoodImpact(Rating likelihood, Rating impact, Severity severity) {}
