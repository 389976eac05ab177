package dev.mitigauge.rules;

import java.util.List;
import java.util.stream.Stream;
import org.drools.model.Model;
import org.drools.model.Rule;

/**
 * The classes of rules that were compiled together, bounded, in a loader of their own. Sets that hold the same rules share them, and with
 * them what the virtual machine has compiled already.
 *
 * @param key that of the lot that they were made of
 * @param names of the classes that describe the rules to the engine
 */
record LoadedLot(String key, GeneratedClasses classes, List<String> names) {

    LoadedLot {
        names = List.copyOf(names);
    }

    /** Bounds the classes, and only then makes them loadable: from here on their code can run. */
    static LoadedLot of(RuleLot lot) {
        CompiledRules woven = Weaver.woven(lot.compiled());
        ClassLoader parent = LoadedLot.class.getClassLoader();
        return new LoadedLot(lot.key(), new GeneratedClasses(woven.classes(), parent), woven.models());
    }

    /** What describes the rules to the engine, made anew: a rule base may keep it. */
    Stream<Rule> rules() {
        return names.stream().flatMap(name -> model(name).getRules().stream());
    }

    private Model model(String name) {
        try {
            return (Model) classes.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiler made no usable class " + name, e);
        }
    }
}
