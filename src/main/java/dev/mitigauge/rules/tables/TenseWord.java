package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.Tense;

/** A row of {@code tense-words.csv}: words of a mitigation, whether they speak of now, and their language. */
public record TenseWord(String word, Tense tense, String language) {}
