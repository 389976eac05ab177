package dev.mitigauge.rules.tables;

/** A row of {@code environment-words.csv}: a word, the environment it names, and its language. */
public record EnvironmentWord(String word, String environment, String language) {}
