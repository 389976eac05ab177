package dev.mitigauge.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much is logged, to the error output.
 *
 * @param level {@code error}, {@code warn}, {@code info}, {@code debug} or {@code trace}; null for {@code info} in the service and
 *     {@code warn} in all other commands
 */
public record LogSettings(@Nullable String level) {

    public static final LogSettings DEFAULT = new LogSettings(null);

    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

    public LogSettings {
        if (level != null && !LEVELS.contains(level)) {
            throw new IllegalArgumentException(
                    "log.level must be one of " + String.join(", ", LEVELS) + ", but is `" + level + "`");
        }
    }
}
