package dev.mitigauge.facts;

/**
 * How far the tasks of one topic are; delivered by {@link Links} so that rules need not search. Repeated tasks and topics without tasks
 * are left out.
 *
 * @param topic name from the topics table
 * @param open tasks that are not settled
 * @param finished tasks that are done, proven or not
 * @param proven of the finished ones, those whose tick is {@code REFERENCED} or {@code VERIFIED}
 * @param verified of the proven ones, those whose tick is {@code VERIFIED}
 * @param source the first proven task, or the first task if none is proven
 */
public record TopicCount(String topic, int open, int finished, int proven, int verified, SourceRef source)
        implements Fact {}
