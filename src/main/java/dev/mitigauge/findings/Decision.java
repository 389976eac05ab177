package dev.mitigauge.findings;

/**
 * The verdict with the rule that spoke it.
 *
 * @param verdict the answer
 * @param reason why, in one sentence
 */
public record Decision(Verdict verdict, String reason) {}
