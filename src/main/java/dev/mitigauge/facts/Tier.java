package dev.mitigauge.facts;

/** How much a section or a task matters for going live. */
public enum Tier {
    /** Phase 1, immediate, must, P0, blocker. */
    CRITICAL,
    HIGH,
    NORMAL,
    /** Nice to have, post-launch, optional. */
    LOW,
    /** A log of what was completed earlier. */
    ARCHIVE
}
