package dev.mitigauge.facts;

/**
 * A mitigation names a task or another risk of the same assessment; delivered by {@link Links} so that rules need not search.
 *
 * @param mitigationId id of the mitigation
 * @param target the id or path that it names
 * @param itemId id of the task or risk that bears this name
 * @param finished whether that item is done or resolved
 * @param proof how its tick is proven; {@code REFERENCED} for a resolved risk, {@code STATED} for what is not finished
 * @param source the lines of the item that is named
 */
public record Link(String mitigationId, String target, String itemId, boolean finished, Proof proof, SourceRef source)
        implements Fact {}
