package dev.mitigauge.facts;

/** What a claim speaks of. */
public enum ClaimScope {
    DOCUMENT,
    SECTION
}
