package dev.mitigauge.findings;

import org.jspecify.annotations.Nullable;

/**
 * How much of the deferred risk is mitigated.
 *
 * @param ratio 0 to 1; null without risks: nothing to cover is not full coverage
 * @param risks how many risks count
 * @param proven how many of them have at least one mitigation that is referenced or verified
 */
public record MitigationCoverage(@Nullable Double ratio, int risks, int proven) {

    /** The share that is taken of what can be taken; no ratio if nothing weighs anything. */
    public static MitigationCoverage of(double taken, double atMost, int risks, int proven) {
        return new MitigationCoverage(atMost <= 0 ? null : Scores.clamp(taken / atMost, 0, 1), risks, proven);
    }
}
