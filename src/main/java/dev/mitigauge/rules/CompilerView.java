package dev.mitigauge.rules;

import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes that compilers of rules see: those of this program. The compiler asks for class files by name, hundreds of times over and for
 * many that there are not, and each time every jar would be asked; so the answers are kept. Asking is also where a compilation
 * that was given up ends.
 */
final class CompilerView extends ClassLoader {

    static final CompilerView OF_PROGRAM = new CompilerView(CompilerView.class.getClassLoader());

    /** What is asked for depends on the words that authors use, so it may be anything. */
    private static final int MOST = 4_000;

    private static final String ENDING = ".class";

    static {
        registerAsParallelCapable();
    }

    private final Map<String, URL> places = new ConcurrentHashMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    private CompilerView(ClassLoader program) {
        super("mitigauge-compiler", program);
    }

    @Override
    public @Nullable URL getResource(String name) {
        endIfGivenUp();
        return name.endsWith(ENDING) ? place(name) : super.getResource(name);
    }

    /** Ends a compilation that nobody waits for any more. */
    static void endIfGivenUp() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("given up");
        }
    }

    private @Nullable URL place(String name) {
        @Nullable URL known = places.get(name);
        if (known != null || missing.contains(name)) {
            return known;
        }
        @Nullable URL found = super.getResource(name);
        if (places.size() + missing.size() >= MOST) {
            return found;
        }
        if (found == null) {
            missing.add(name);
        } else {
            places.put(name, found);
        }
        return found;
    }
}
