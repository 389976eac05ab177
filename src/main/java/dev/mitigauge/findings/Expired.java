package dev.mitigauge.findings;

/**
 * A waiver of an item has run out.
 *
 * @param item id of the task, risk or mitigation
 */
public record Expired(String item) {}
