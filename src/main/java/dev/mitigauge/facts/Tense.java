package dev.mitigauge.facts;

/** Whether a mitigation works now. A planned one is no coverage. */
public enum Tense {
    IN_PLACE,
    PLANNED
}
