package dev.mitigauge.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Levels that concern nobody: {@code ROOT} says info, and one package says as much until it is told otherwise. */
final class FakeLevels implements LogLevels {

    static final String PACKAGE = "dev.mitigauge.http";

    private static final String USUAL = "info";

    private final Map<String, String> own = new TreeMap<>(Map.of(ROOT, USUAL));

    @Override
    public List<String> names() {
        return List.of(ROOT, PACKAGE);
    }

    @Override
    public synchronized Optional<Logger> find(String name) {
        String level = own.get(name);
        return names().contains(name)
                ? Optional.of(new Logger(name, level, level == null ? USUAL : level))
                : Optional.empty();
    }

    @Override
    public synchronized Optional<Logger> set(String name, @Nullable String level) {
        if (level == null) {
            own.remove(name);
        } else if (names().contains(name)) {
            own.put(name, level);
        }
        return find(name);
    }
}
