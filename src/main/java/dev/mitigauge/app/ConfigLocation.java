package dev.mitigauge.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the settings file is. */
final class ConfigLocation {

    private static final String VARIABLE = "MITIGAUGE_CONFIG";
    private static final String BESIDE = "config/mitigauge.yaml";

    private ConfigLocation() {}

    /**
     * The file that was chosen, else the one that the environment names, else {@code config/mitigauge.yaml} in the working directory if it
     * exists; null for none: the defaults.
     */
    static @Nullable Path of(@Nullable Path chosen, Map<String, String> environment, Path workingDirectory) {
        if (chosen != null) {
            return workingDirectory.resolve(chosen);
        }
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return workingDirectory.resolve(named);
        }
        Path beside = workingDirectory.resolve(BESIDE);
        return Files.isRegularFile(beside) ? beside : null;
    }
}
