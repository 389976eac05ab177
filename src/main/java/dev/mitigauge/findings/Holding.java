package dev.mitigauge.findings;

/**
 * A {@code BLOCKER} finding that no waiver covers.
 *
 * @param rule id of its rule
 * @param title what its rule finds, in a few words
 */
public record Holding(String rule, String title) {

    /** {@code DEF-001 (Deferred high risk, nothing in place)}. */
    public String says() {
        return rule + " (" + title + ")";
    }
}
