package dev.mitigauge.rules.tables;

/**
 * A row of {@code caps.csv}: the highest readiness beside an open risk.
 *
 * @param residual counts for a risk whose weight times mitigation factor is at least this
 * @param cap highest readiness then
 * @param name what such a risk is called
 */
public record RiskCap(
        @Range(min = 0, max = 1000) double residual,
        @Range(min = 0, max = 100) double cap,
        String name) {}
