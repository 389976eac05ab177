package dev.mitigauge.rules;

import java.util.List;

/**
 * All that the texts of rule files come to: enough to judge without reading them again.
 *
 * @param compiled classes, not loaded yet
 * @param rules what the rules say of themselves
 */
record RuleCode(CompiledRules compiled, List<RuleInfo> rules) {

    RuleCode {
        rules = List.copyOf(rules);
    }
}
