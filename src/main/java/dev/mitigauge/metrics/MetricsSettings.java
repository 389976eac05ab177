package dev.mitigauge.metrics;

/**
 * Bounds of labels.
 *
 * @param maxProjects most projects with gauges of their own, from 0; the assessments of others are counted, not shown
 * @param maxRules most rules with a counter of their own, at least 1; others count together as {@code other}
 */
public record MetricsSettings(int maxProjects, int maxRules) {

    public static final MetricsSettings DEFAULT = new MetricsSettings(1_000, 500);

    public MetricsSettings {
        if (maxProjects < 0) {
            throw new IllegalArgumentException("metrics.maxProjects must not be negative, but is " + maxProjects);
        }
        if (maxRules < 1) {
            throw new IllegalArgumentException("metrics.maxRules must be at least 1, but is " + maxRules);
        }
    }
}
