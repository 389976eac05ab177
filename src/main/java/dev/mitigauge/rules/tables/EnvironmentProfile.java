package dev.mitigauge.rules.tables;

/**
 * A row of {@code environment-profiles.csv}. It is no fact for rules: the profile is chosen before they are fired.
 *
 * @param environment an environment that a document or the deployment names
 * @param profile the profile whose thresholds count for it, from {@code thresholds.csv}
 */
public record EnvironmentProfile(String environment, String profile) {}
