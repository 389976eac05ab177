package dev.mitigauge.findings;

/** Something that scores rest on and that a document may leave unsaid; weighed by {@code tables/confidence-weights.csv}. */
public enum Aspect {
    /** Whether a task's state is written. */
    TASK_STATE,
    /** Whether a risk's severity is written, or likelihood and impact are. */
    RISK_SEVERITY,
    /** Whether it is written when a risk was first seen or is due. */
    RISK_CLOCK
}
