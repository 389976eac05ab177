package dev.mitigauge.findings;

/** The answer to "may we ship?". */
public enum Verdict {
    READY,
    READY_WITH_CONDITIONS,
    NOT_READY,
    /** The documents do not say enough; silence is never readiness. */
    INSUFFICIENT_EVIDENCE
}
