package dev.mitigauge.findings;

/** Something that scores rest on and that a document may leave unsaid; weighed by {@code tables/confidence-weights.csv}. */
public enum Aspect {
    /** Whether a task's state is written. */
    TASK_STATE,
    /** Whether a risk's severity is written, or likelihood and impact are. */
    RISK_SEVERITY,
    /** Whether it is written when a risk was first seen or is due. */
    RISK_CLOCK,
    /** Whether it is written who answers for a risk. */
    RISK_OWNER,
    /** Whether it is written when a risk is looked at again. */
    RISK_REVIEW,
    /** Whether it is written who accepted a risk that is called accepted. */
    RISK_ACCEPTANCE,
    /** Whether a document says when it was written. */
    DOCUMENT_AGE,
    /** Whether it is known which environment the documents speak of. */
    ENVIRONMENT,
    /** Whether a checklist speaks of what every release needs, as {@code tables/release-needs.csv} lists it. */
    RELEASE_NEED
}
