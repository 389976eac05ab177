package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.WrittenState;

/** A row of {@code status-words.csv}: a word or mark, what it says of an item's state, and its language. */
public record StatusWord(String word, WrittenState state, String language) {}
