package dev.mitigauge.facts;

/** How bad it is when a risk strikes. Unrated is unrated, never low. */
public enum Severity {
    /** Stated to be no risk ("None (dev-only)"). */
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL,
    /** Nobody has said. */
    UNRATED
}
