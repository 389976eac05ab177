package dev.mitigauge.facts;

/** What is written of a task's state. */
public enum TaskState {
    OPEN,
    IN_PROGRESS,
    BLOCKED,
    DEFERRED,
    DONE,
    NOT_APPLICABLE;

    /** Whether nothing remains to be done. */
    public boolean settled() {
        return this == DONE || this == NOT_APPLICABLE;
    }
}
