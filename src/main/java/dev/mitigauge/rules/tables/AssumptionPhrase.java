package dev.mitigauge.rules.tables;

/** A row of {@code assumptions.csv}: words that assume something, the deployment value they speak of, and what they expect of it. */
public record AssumptionPhrase(String phrase, String key, String value) {}
