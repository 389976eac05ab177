package dev.mitigauge.facts;

/** A stated likelihood or impact. */
public enum Rating {
    LOW,
    MEDIUM,
    HIGH
}
