package dev.mitigauge.rules.tables;

import dev.mitigauge.findings.Level;

/**
 * A row of {@code thresholds.csv}: what one environment asks for. Rules see the row of the active profile alone.
 *
 * @param profile name of the environment
 * @param ready least readiness for {@code READY}
 * @param conditions least readiness for {@code READY_WITH_CONDITIONS}
 * @param confidence least confidence for any verdict but {@code INSUFFICIENT_EVIDENCE}
 * @param openCritical how much an open task of the critical tier weighs
 */
public record Threshold(
        String profile,
        @Range(min = 0, max = 100) double ready,
        @Range(min = 0, max = 100) double conditions,
        @Range(min = 0, max = 1) double confidence,
        Level openCritical) {}
