package dev.mitigauge.findings;

/** How much a finding weighs. */
public enum Level {
    /** Holds the release. */
    BLOCKER,
    /** Becomes a condition of the release. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
