package dev.mitigauge.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about settings.
 *
 * @param config file of settings, null if not said
 * @param given settings that options give, by key
 */
public record Choices(@Nullable Path config, Map<String, Given> given) {

    /** Chooses the rule set inside the program, whatever stands in the working directory. */
    public static final String BUILT_IN = "builtin";

    /** Whether that names a rule set by its digest. */
    public static boolean isDigest(String rules) {
        return rules.startsWith("sha256:");
    }

    /**
     * A setting that an option gives.
     *
     * @param option its name, to be named if the value is wrong
     * @param value as written
     */
    public record Given(String option, String value) {}

    public Choices {
        given = Map.copyOf(given);
    }

    /** The same with a setting from an option, or the same if the option was not given. */
    Choices with(String key, String option, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Given> more = new TreeMap<>(given);
        more.put(key, new Given(option, value.toString()));
        return new Choices(config, more);
    }

    /** The same, but saying nothing about that setting. */
    public Choices without(String key) {
        Map<String, Given> fewer = new TreeMap<>(given);
        fewer.remove(key);
        return new Choices(config, fewer);
    }
}
