package dev.mitigauge.rules.tables;

import dev.mitigauge.facts.Severity;

/**
 * A row of {@code allowed-days.csv}.
 *
 * @param severity how bad a risk is
 * @param days how long it may stay after it was first seen
 */
public record AllowedDays(
        Severity severity, @Range(min = 0, max = 36500) int days) {}
