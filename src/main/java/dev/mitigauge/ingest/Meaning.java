package dev.mitigauge.ingest;

import dev.mitigauge.facts.Tier;

/** Meanings that take more than one word to say. */
final class Meaning {

    private Meaning() {}

    /** A value of the deployment that a phrase takes for granted. */
    record Assumed(String key, String value) {}

    /** The tier that a phrase gives, and whether it makes an explicit condition of release. */
    record Weight(Tier tier, boolean must) {}
}
