package dev.mitigauge.assessment.kept;

/**
 * An event that could not be delivered.
 *
 * @param target name of the target
 * @param attempts how often it was tried
 * @param reason what was wrong the last time
 */
public record DeadLetter(LoggedEvent event, String target, int attempts, String reason) {}
