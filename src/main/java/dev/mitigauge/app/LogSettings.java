package dev.mitigauge.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much is logged to the error output, and how.
 *
 * @param level {@code error}, {@code warn}, {@code info}, {@code debug} or {@code trace}; null for {@code info} in the service and
 *     {@code warn} in all other commands
 * @param format {@code text} for people, {@code json} for one object a line
 * @param access of which requests the service writes a line: {@code none}, {@code requests} for all but probes and scrapes, or {@code all}
 * @param documents whether the log may hold texts of documents
 */
public record LogSettings(@Nullable String level, String format, String access, boolean documents) {

    static final String JSON = "json";
    static final String NONE = "none";
    static final String ALL = "all";

    public static final LogSettings DEFAULT = new LogSettings(null, "text", NONE, false);

    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

    public LogSettings {
        if (level != null) {
            oneOf("level", level, LEVELS);
        }
        oneOf("format", format, List.of("text", JSON));
        oneOf("access", access, List.of(NONE, "requests", ALL));
    }

    private static void oneOf(String key, String value, List<String> known) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException(
                    "log." + key + " must be one of " + String.join(", ", known) + ", but is `" + value + "`");
        }
    }
}
