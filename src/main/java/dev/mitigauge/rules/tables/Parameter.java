package dev.mitigauge.rules.tables;

/**
 * A row of {@code parameters.csv}: a number that stands alone.
 *
 * @param name such as {@code mitigation-floor}
 * @param value the number
 * @param meaning what it is for
 */
public record Parameter(
        String name, @Range(min = 0, max = 36500) double value, String meaning) {}
