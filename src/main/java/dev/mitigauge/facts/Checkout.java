package dev.mitigauge.facts;

/**
 * The checkout of the source code in which what documents cite was looked up.
 *
 * @param commit the commit that is checked out
 * @param found how many citations are there
 * @param absent how many are not
 * @param unknown how many could not be decided: outside of the checkout, beyond a shallow history, or beyond the bounds of looking
 */
public record Checkout(String commit, int found, int absent, int unknown) implements Fact {

    @Override
    public SourceRef source() {
        return SourceRef.CONTEXT;
    }
}
