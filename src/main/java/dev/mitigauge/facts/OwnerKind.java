package dev.mitigauge.facts;

/** Who is written down as the owner of a risk; told apart by {@code tables/owner-words.csv}. */
public enum OwnerKind {
    /** Nothing is written. */
    NONE,
    /** Something stands where a name should: "TBD", "N/A", "someone", "???". */
    PLACEHOLDER,
    /** A group of people. */
    TEAM,
    /** One of them, or more by name. */
    PERSON
}
