package dev.mitigauge.facts;

/**
 * A task stands below another one.
 *
 * @param task id of the task
 * @param parent id of the task that it is a part of
 * @param source the lines of the task below
 */
public record Subtask(String task, String parent, SourceRef source) implements Fact {}
