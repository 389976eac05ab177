package dev.mitigauge.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;

/**
 * The classes of one rule file.
 *
 * @param unit what they were made of
 * @param lots in the order of its lots
 */
record LoadedUnit(RuleUnit unit, List<LoadedLot> lots) {

    LoadedUnit {
        lots = List.copyOf(lots);
    }

    /**
     * Loads a unit.
     *
     * @param before what is loaded already, and used where it is of the same rules
     */
    static LoadedUnit of(RuleUnit unit, List<LoadedUnit> before) {
        return new LoadedUnit(
                unit, unit.lots().stream().map(lot -> loaded(lot, before)).toList());
    }

    private static LoadedLot loaded(RuleLot lot, List<LoadedUnit> before) {
        return before.stream()
                .flatMap(unit -> unit.lots().stream())
                .filter(each -> each.key().equals(lot.key()))
                .findFirst()
                .orElseGet(() -> LoadedLot.of(lot));
    }

    /** What describes the rules to the engine, in the order of the file, made anew: a rule base may keep it. */
    Model model() {
        Map<String, Rule> rules = new HashMap<>();
        for (int i = 0; i < lots.size(); i++) {
            RuleLot lot = unit.lots().get(i);
            lots.get(i)
                    .rules()
                    .filter(rule -> lot.rules().containsKey(rule.getName()))
                    .forEach(rule -> rules.put(rule.getName(), rule));
        }
        return new ModelImpl(unit.key())
                .withRules(unit.rules().stream()
                        .map(info -> Objects.requireNonNull(rules.get(info.name()), info::name))
                        .toList());
    }
}
