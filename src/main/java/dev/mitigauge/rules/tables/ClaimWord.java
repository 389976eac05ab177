package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.ClaimKind;

/** A row of {@code claim-words.csv}: words of a status line, what they claim, and their language. */
public record ClaimWord(String word, ClaimKind claim, String language) {}
