package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.ReviewBasis;

/** A row of {@code review-words.csv}: a word, what calls for a review that is put so, and its language. */
public record ReviewWord(String word, ReviewBasis basis, String language) {}
