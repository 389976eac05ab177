package dev.mitigauge.findings;

/**
 * Some task speaks of what every release needs.
 *
 * @param need what, from {@code tables/release-needs.csv}
 * @param met whether some of it is finished or nothing of it is open
 */
public record Addressed(String need, boolean met) {}
