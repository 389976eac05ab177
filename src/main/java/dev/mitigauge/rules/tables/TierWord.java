package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.Tier;

/** A row of {@code tier-words.csv}: a word of a heading or item, the tier it means, whether it is an explicit must, its language. */
public record TierWord(String word, Tier tier, boolean must, String language) {}
