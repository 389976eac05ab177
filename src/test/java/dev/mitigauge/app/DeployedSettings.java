package dev.mitigauge.app;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.app.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the program would make of the environment that a manifest gives it. */
final class DeployedSettings {

    private DeployedSettings() {}

    /**
     * The settings in force.
     *
     * @param environment as the manifest gives it
     * @param secret a file to stand for those of secrets, which are not there when tests run
     * @throws IllegalStateException if a variable names no setting, or its value is none; its message says which
     */
    static Settings of(Map<String, String> environment, Path secret) {
        Map<String, String> here = new TreeMap<>(environment);
        here.replaceAll(
                (name, value) -> name.endsWith("_FILE") ? written(secret).toString() : value);
        return new SettingsReader(SettingsSections.ALL)
                .read(Path.of("config/mitigauge.yaml"), here, Map.of())
                .orElseThrow();
    }

    private static Path written(Path secret) {
        try {
            return Files.writeString(secret, "hush");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
