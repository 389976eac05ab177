package dev.mitigauge.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * Compiled rules, loaded and ready to judge. Tables are given to each judgement, so sets that differ in tables alone share one.
 *
 * @param asked whether some rule could match an object of a class
 */
record RuleBase(RuleCode code, Guard guard, List<LoadedUnit> units, Sessions sessions, ClassValue<Boolean> asked) {

    RuleBase {
        units = List.copyOf(units);
    }

    /**
     * Makes one of code that was looked at.
     *
     * @param before whose classes are used where its rules are the same
     * @throws RuleFailure if the rules don't come to an end while their constants are computed
     */
    static RuleBase of(RuleCode code, RulesSettings settings, @Nullable RuleBase before) {
        Guard guard = new Guard(settings, code);
        return guard.building(() -> {
            List<LoadedUnit> known = before == null ? List.of() : before.units();
            List<LoadedUnit> units = code.units().stream()
                    .map(unit -> LoadedUnit.of(unit, known))
                    .toList();
            KieBase base = KieBases.of(units);
            return new RuleBase(code, guard, units, new Sessions(base), KieBases.asked(base));
        });
    }
}
