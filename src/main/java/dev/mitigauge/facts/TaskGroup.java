package dev.mitigauge.facts;

/**
 * How many tasks of an assessment are alike in all that scores depend on; delivered by {@link Counts} so that rules need not count.
 * Repeated tasks are left out.
 *
 * @param tier their tier
 * @param state their state
 * @param proof how their ticks are proven
 * @param accepted whether they are left open or out on purpose
 * @param count how many, at least 1
 * @param source the first of them
 */
public record TaskGroup(Tier tier, TaskState state, Proof proof, boolean accepted, int count, SourceRef source)
        implements Fact {}
