package dev.mitigauge.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads the classes of one rule set; they go when it goes. Knows a class of the rules' package by its bytes alone, never from the class path. */
final class GeneratedClasses extends ClassLoader {

    private final Map<String, byte[]> classes;

    static {
        registerAsParallelCapable();
    }

    GeneratedClasses(Map<String, byte[]> classes, ClassLoader parent) {
        super("mitigauge-rules", parent);
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte @Nullable [] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
