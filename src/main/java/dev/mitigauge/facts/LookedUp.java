package dev.mitigauge.facts;

/**
 * A path or commit that an item names as its proof, or as the place of a risk, and what a checkout of the source code says of it. What
 * could not be decided there is no such fact: not known is not absent.
 *
 * @param item id of the finished task, the mitigation or the risk that names it
 * @param kind {@code PATH} or {@code COMMIT}
 * @param target as the document writes it
 * @param found whether it is there
 * @param says what was found, in words: "is in the checkout", "has 40 lines, not 120"
 * @param source the lines of the item
 */
public record LookedUp(String item, ReferenceKind kind, String target, boolean found, String says, SourceRef source)
        implements Fact {}
