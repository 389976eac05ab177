package dev.mitigauge.rules;

import org.jspecify.annotations.Nullable;

/**
 * What a rule set was tried on, besides its cases, before it was let become active. Component names are the names of the JSON answer.
 *
 * @param generated generated inputs, now or when the same set was tried before
 * @param stored stored assessments
 * @param missing why no stored ones were tried although there may be some, lower case, without full stop; null if nothing is missing
 */
public record Tried(int generated, int stored, @Nullable String missing) {

    /** Nobody asked for more than loading. */
    public static final Tried NOTHING = new Tried(0, 0, null);
}
