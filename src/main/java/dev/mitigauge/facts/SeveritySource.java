package dev.mitigauge.facts;

/** Where a severity came from. */
public enum SeveritySource {
    STATED,
    FROM_ID,
    MATRIX,
    UNRATED
}
