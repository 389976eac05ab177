package dev.mitigauge.facts;

/** What a word or a mark says of an item's state; the meanings of {@code tables/status-words.csv}. */
public enum WrittenState {
    OPEN,
    IN_PROGRESS,
    BLOCKED,
    DEFERRED,
    DONE,
    NOT_APPLICABLE,
    /** The risk is taken on purpose, or a flaw will not be fixed. */
    ACCEPTED
}
