package dev.mitigauge.facts;

/** What calls for the next review of a risk, weakest first; told apart by {@code tables/review-words.csv}. */
public enum ReviewBasis {
    /** Nothing. */
    NONE,
    /** Some time that nobody can look up: "next sprint", "Phase 2", "Q3". */
    PHASE,
    /** An event or a rhythm: "before the second replica", "quarterly". */
    TRIGGER,
    /** A day. */
    DATE
}
