package dev.mitigauge.app.settings;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A setting.
 *
 * @param name section and component, such as {@code http.maxBodyBytes}
 * @param kind what its value is
 * @param nullable whether it can be left empty
 * @param defaultValue its value if nobody says anything
 */
record Key(
        String name, Kind kind, boolean nullable, @Nullable Object defaultValue) {

    private static final String PREFIX = "MITIGAUGE_";

    /** The environment variable that gives it, such as {@code MITIGAUGE_HTTP_MAX_BODY_BYTES}. */
    String variable() {
        return PREFIX
                + name.replace('.', '_')
                        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .toUpperCase(Locale.ROOT);
    }

    /** All environment variables that give it: of a secret also the one that names a file. */
    List<String> variables() {
        return kind == Kind.SECRET ? List.of(variable(), variable() + SecretFile.SUFFIX) : List.of(variable());
    }
}
