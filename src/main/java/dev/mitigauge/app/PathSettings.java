package dev.mitigauge.app;

import org.jspecify.annotations.Nullable;

/**
 * Where files are.
 *
 * @param rules directory of the rule set; {@code builtin} for the one inside the program; null for {@code rules/} in the working
 *     directory if it exists, else the one inside the program
 * @param data directory that the service may write to; null for the system's directory for temporary files
 * @param cache directory for compiled rules, which are run as code; {@code none} for none; null for one below {@code data}, else that of
 *     the user
 */
public record PathSettings(
        @Nullable String rules,
        @Nullable String data,
        @Nullable String cache) {

    public static final PathSettings DEFAULT = new PathSettings(null, null, null);

    public PathSettings {
        notBlank("paths.rules", rules);
        notBlank("paths.data", data);
        notBlank("paths.cache", cache);
    }

    private static void notBlank(String key, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw new IllegalArgumentException(key + " must name a directory, but is blank");
        }
    }
}
