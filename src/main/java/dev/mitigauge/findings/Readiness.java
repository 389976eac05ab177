package dev.mitigauge.findings;

import org.jspecify.annotations.Nullable;

/**
 * How ready the whole is.
 *
 * @param score 0 to 100, never above {@code cap}
 * @param cap the highest score that open risks and tasks allow, 100 without any
 * @param capReason why the score is capped, null if it is not
 * @param completion weighted share of finished tasks, 0 to 1; null without tasks
 */
public record Readiness(
        double score,
        double cap,
        @Nullable String capReason,
        @Nullable Double completion) {}
