package dev.mitigauge.rules;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rules of one file that were compiled together, not loaded yet. A rule asks none beside it for anything but facts, so it stays what it is
 * while others of its file change.
 *
 * @param key what all of them were made of, see {@link RuleUnit#key}
 * @param compiled their classes
 * @param rules keys of those rules that still stand so in the file, by their names: what was compiled of others is of no account
 */
record RuleLot(String key, CompiledRules compiled, SortedMap<String, String> rules) {

    RuleLot {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }

    /** The rules of a file, out of all classes that were compiled together with theirs. */
    static RuleLot of(DrlFile file, CompiledRules compiled) {
        String name = file.source().file();
        return new RuleLot(
                RuleUnit.key(name, file.source().text()), compiled.in(DrlFile.packageOf(name)), file.ruleKeys());
    }

    /** The same, of which those rules count that have the same key there. */
    RuleLot within(Map<String, String> keys) {
        SortedMap<String, String> left = new TreeMap<>(rules);
        left.entrySet().removeIf(rule -> !rule.getValue().equals(keys.get(rule.getKey())));
        return new RuleLot(key, compiled, left);
    }
}
