package dev.mitigauge.assessment;

import dev.mitigauge.rules.RuleSetDiff;
import dev.mitigauge.rules.Tried;

/**
 * The answer to who made a rule set active. Component names are the names of the JSON answer.
 *
 * @param activation the entry of the history
 * @param edits what differs from the set that was active before
 * @param tried what it was tried on before
 */
public record RuleSetActivated(ToldActivation activation, RuleSetDiff edits, Tried tried) {}
