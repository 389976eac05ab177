package dev.mitigauge.rules;

import java.util.List;
import org.drools.model.Model;

/**
 * The classes of one rule file, bounded, in a loader of their own. Sets that hold the same file share them, and with them what the virtual
 * machine has compiled already.
 *
 * @param key that of the unit that they were made of
 * @param names of the classes that describe the rules to the engine
 */
record LoadedUnit(String key, GeneratedClasses classes, List<String> names) {

    LoadedUnit {
        names = List.copyOf(names);
    }

    /** Bounds the classes, and only then makes them loadable: from here on their code can run. */
    static LoadedUnit of(RuleUnit unit) {
        CompiledRules woven = Weaver.woven(unit.compiled());
        ClassLoader parent = LoadedUnit.class.getClassLoader();
        return new LoadedUnit(unit.key(), new GeneratedClasses(woven.classes(), parent), woven.models());
    }

    /** What describes the rules to the engine, made anew: a rule base may keep it. */
    List<Model> models() {
        return names.stream().map(this::model).toList();
    }

    private Model model(String name) {
        try {
            return (Model) classes.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiler made no usable class " + name, e);
        }
    }
}
