package dev.mitigauge.findings;

import org.jspecify.annotations.Nullable;

/**
 * Weighted share of finished tasks.
 *
 * @param share 0 to 1; null without tasks
 */
public record Completion(@Nullable Double share) {

    /** The share, or 0 without tasks: silence is no readiness. */
    public double points() {
        return share == null ? 0 : share;
    }
}
