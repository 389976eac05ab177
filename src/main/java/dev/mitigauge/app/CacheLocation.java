package dev.mitigauge.app;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where compiled rules are kept. */
final class CacheLocation {

    /** The value of {@code paths.cache} for none. */
    static final String NONE = "none";

    private CacheLocation() {}

    /** The directory that the settings name, else one below the service's data, else that of the user; null for none. */
    static @Nullable Path of(PathSettings settings, Map<String, String> environment, Path workingDirectory) {
        String cache = settings.cache();
        if (cache != null) {
            return cache.equals(NONE) ? null : workingDirectory.resolve(cache);
        }
        String data = settings.data();
        if (data != null) {
            return workingDirectory.resolve(data).resolve("rule-code");
        }
        return ofUser(environment);
    }

    /** As the XDG Base Directory Specification has it: a relative path is invalid and ignored. */
    private static @Nullable Path ofUser(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (xdg.startsWith("/")) {
            return Path.of(xdg, "mitigauge");
        }
        String home = environment.getOrDefault("HOME", "");
        return home.startsWith("/") ? Path.of(home, ".cache", "mitigauge") : null;
    }
}
