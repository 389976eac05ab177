package dev.mitigauge.findings;

import dev.mitigauge.facts.TaskGroup;

/**
 * What a group of like tasks adds to completion.
 *
 * @param group the tasks
 * @param weight of one task, from {@code tables/tier-weights.csv}
 * @param credit share of that weight that is earned, 0 to 1, from {@code tables/task-credits.csv}
 */
public record CompletionPart(TaskGroup group, double weight, double credit) {

    /** Weight of all tasks of the group. */
    public double possible() {
        return group.count() * weight;
    }

    /** Weight that is earned. */
    public double earned() {
        return possible() * credit;
    }
}
