package dev.mitigauge.facts;

/** What is written of a risk's state. */
public enum RiskState {
    OPEN,
    IN_PROGRESS,
    /** Somebody accepted it: open, with a decision. */
    ACCEPTED,
    RESOLVED
}
