package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.Field;

/** A row of {@code field-words.csv}: a label or column heading, the field it names, and its language. */
public record FieldWord(String word, Field field, String language) {}
