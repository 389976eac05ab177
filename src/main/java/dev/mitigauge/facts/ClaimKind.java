package dev.mitigauge.facts;

/** What a document claims about itself. */
public enum ClaimKind {
    /** It may ship: "production ready", "GO". */
    READY,
    /** It may ship with reservations: "ready with known limitations". */
    CONDITIONAL,
    /** Everything it speaks of is done: "complete", a tick on a heading. */
    COMPLETE,
    /** Nothing critical is open: "all critical issues fixed", "no blockers". */
    NO_CRITICALS,
    /** So many are still open: "(5 remaining)". */
    REMAINING,
    /** So many of so many are done: "7/10". */
    TOTAL,
    /** So many per cent are done. */
    PERCENT,
    /** It must not ship, or is not finished: "not ready", "NO-GO", "in progress". */
    NOT_READY
}
