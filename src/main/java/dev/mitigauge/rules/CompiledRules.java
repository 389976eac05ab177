package dev.mitigauge.rules;

import java.util.List;
import java.util.SortedMap;

/**
 * What the compiler made of a rule set, not loaded yet: the one place where the bytes of generated classes can be looked at and changed
 * before any of them runs.
 *
 * @param classes class files by binary name
 * @param models binary names of the classes that describe the rules to the engine
 */
record CompiledRules(SortedMap<String, byte[]> classes, List<String> models) {

    CompiledRules {
        models = List.copyOf(models);
    }
}
