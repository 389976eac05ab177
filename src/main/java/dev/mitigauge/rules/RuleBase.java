package dev.mitigauge.rules;

import java.util.List;
import java.util.Optional;
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
     * @param before whose classes are used where its files are the same
     * @throws RuleFailure if the rules don't come to an end while their constants are computed
     */
    static RuleBase of(RuleCode code, RulesSettings settings, @Nullable RuleBase before) {
        Guard guard = new Guard(settings, code);
        return guard.building(() -> {
            List<LoadedUnit> units =
                    code.units().stream().map(unit -> loaded(unit, before)).toList();
            KieBase base = KieBases.of(units);
            return new RuleBase(code, guard, units, new Sessions(base), KieBases.asked(base));
        });
    }

    private static LoadedUnit loaded(RuleUnit unit, @Nullable RuleBase before) {
        return Optional.ofNullable(before)
                .flatMap(base -> base.units().stream()
                        .filter(each -> each.key().equals(unit.key()))
                        .findFirst())
                .orElseGet(() -> LoadedUnit.of(unit));
    }
}
