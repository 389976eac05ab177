package dev.mitigauge.rules;

import dev.mitigauge.findings.RuleText;

/**
 * A rule and where it stands.
 *
 * @param name the name after the word {@code rule}
 * @param text what it says of itself
 * @param finds whether it makes findings, that is, has an {@code @level}; else it is a helper of other rules
 * @param file name of its file
 * @param line its first line
 */
record RuleInfo(String name, RuleText text, boolean finds, String file, int line) {}
