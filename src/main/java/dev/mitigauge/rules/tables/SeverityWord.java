package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.Severity;

/** A row of {@code severity-words.csv}: a word or mark, the severity it means, and its language. */
public record SeverityWord(String word, Severity severity, String language) {}
