package dev.mitigauge.facts;

/** What family of document was recognised. */
public enum DocumentKind {
    /** Deferred errors, accepted risks, technical debt, known issues. */
    REGISTER,
    /** Tasks with states: production TODO, readiness or go-live checklist. */
    CHECKLIST,
    /** Both tasks and risks. */
    MIXED,
    /** Neither: nothing in it was understood as an item. */
    UNRECOGNISED
}
