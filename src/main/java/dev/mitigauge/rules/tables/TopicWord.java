package dev.mitigauge.rules.tables;

/** A row of {@code topics.csv}: a topic and a word that belongs to it. */
public record TopicWord(String topic, String word) {}
