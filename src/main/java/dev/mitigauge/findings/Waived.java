package dev.mitigauge.findings;

/**
 * A finding that a valid waiver covers: shown as a note, holding nothing.
 *
 * @param finding the finding
 * @param waiverId id of the waiver
 */
public record Waived(Finding finding, String waiverId) {}
