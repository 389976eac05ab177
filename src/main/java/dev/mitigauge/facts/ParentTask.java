package dev.mitigauge.facts;

/**
 * A task that others stand below; delivered by {@link Parts} so that rules need not count.
 *
 * @param task the task
 * @param total how many stand directly below it
 * @param open of these, those that are neither settled nor left open on purpose
 */
public record ParentTask(Task task, int total, int open) implements Fact {

    /** What is written of the state of the task. */
    public TaskState state() {
        return task.state();
    }

    @Override
    public SourceRef source() {
        return task.source();
    }
}
