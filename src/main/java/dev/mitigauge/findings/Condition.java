package dev.mitigauge.findings;

/**
 * Something that must be met before the verdict can be {@code READY}: a {@code WARNING} finding that no waiver covers, or a contradicted
 * claim.
 *
 * @param rule id of the rule that says so
 */
public record Condition(String rule) {}
