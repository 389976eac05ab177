package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.OwnerKind;

/** A row of {@code owner-words.csv}: a word, what an owner is that is called so, and its language. */
public record OwnerWord(String word, OwnerKind kind, String language) {}
