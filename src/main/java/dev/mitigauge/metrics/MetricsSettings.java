package dev.mitigauge.metrics;

/**
 * Bounds of labels, and how fresh they are.
 *
 * @param maxProjects most projects with gauges of their own, from 0; others are counted by verdict alone
 * @param maxRules most rules with counters of their own, at least 1; others count together as {@code other}
 * @param ruleTimesEvery in one of how many judgements the time of each rule is taken, 1 for all, 0 for none
 * @param projectSeconds how often the gauges of projects are read anew from the store, in seconds, from 1
 */
public record MetricsSettings(int maxProjects, int maxRules, int ruleTimesEvery, int projectSeconds) {

    public static final MetricsSettings DEFAULT = new MetricsSettings(1_000, 500, 20, 60);

    public MetricsSettings {
        if (maxProjects < 0) {
            throw new IllegalArgumentException("metrics.maxProjects must not be negative, but is " + maxProjects);
        }
        if (maxRules < 1) {
            throw new IllegalArgumentException("metrics.maxRules must be at least 1, but is " + maxRules);
        }
        if (ruleTimesEvery < 0) {
            throw new IllegalArgumentException("metrics.ruleTimesEvery must not be negative, but is " + ruleTimesEvery);
        }
        if (projectSeconds < 1) {
            throw new IllegalArgumentException("metrics.projectSeconds must be at least 1, but is " + projectSeconds);
        }
    }
}
