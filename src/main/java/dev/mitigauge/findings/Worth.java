package dev.mitigauge.findings;

/** What a task's state is worth for completion; credits stand in {@code tables/task-credits.csv}. */
public enum Worth {
    /** Open, blocked, deferred, or out of scope without a reason. */
    OPEN,
    IN_PROGRESS,
    /** Left open or out on purpose, with a reason. */
    ACCEPTED,
    /** Ticked, but what was done is documentation. */
    DOCUMENTED,
    /** Ticked, no evidence. */
    DONE,
    /** Ticked, no evidence, beside critical tasks that all carry some. */
    TRUSTED,
    /** Ticked, with evidence. */
    PROVEN
}
