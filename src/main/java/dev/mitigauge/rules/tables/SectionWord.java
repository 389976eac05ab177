package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.SectionRole;

/** A row of {@code section-words.csv}: words of a heading, what they say of what stands under it, and their language. */
public record SectionWord(String word, SectionRole role, String language) {}
