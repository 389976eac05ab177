package dev.mitigauge.facts;

/**
 * An item names something else.
 *
 * @param from id of the task, risk or mitigation
 * @param kind what it points to
 * @param target as written, without marks
 * @param source its lines
 */
public record Reference(String from, ReferenceKind kind, String target, SourceRef source) implements Fact {}
