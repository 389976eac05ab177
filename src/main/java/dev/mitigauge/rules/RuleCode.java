package dev.mitigauge.rules;

import java.util.List;
import java.util.SortedMap;

/**
 * All that the texts of rule files come to: enough to judge without reading them again.
 *
 * @param units of the files, by their names
 */
record RuleCode(List<RuleUnit> units) {

    RuleCode {
        units = List.copyOf(units);
    }

    /** What the units of these texts are called, in the order in which code has them. */
    static List<String> keys(SortedMap<String, String> texts) {
        return texts.entrySet().stream()
                .map(file -> RuleUnit.key(file.getKey(), file.getValue()))
                .toList();
    }

    List<String> keys() {
        return units.stream().map(RuleUnit::key).toList();
    }

    /** Compiled rules of all units, not loaded yet. */
    List<RuleLot> lots() {
        return units.stream().flatMap(unit -> unit.lots().stream()).toList();
    }

    /** What all rules say of themselves. */
    List<RuleInfo> rules() {
        return units.stream().flatMap(unit -> unit.rules().stream()).toList();
    }
}
