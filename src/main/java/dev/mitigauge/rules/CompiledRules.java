package dev.mitigauge.rules;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** Those of a package and of the packages below it. */
    CompiledRules in(String packageName) {
        String prefix = packageName + ".";
        SortedMap<String, byte[]> inside = new TreeMap<>();
        classes.forEach((name, bytes) -> {
            if (name.startsWith(prefix)) {
                inside.put(name, bytes);
            }
        });
        return new CompiledRules(
                inside, models.stream().filter(name -> name.startsWith(prefix)).toList());
    }
}
