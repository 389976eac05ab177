package dev.mitigauge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where settings come from: an option of every command that needs them. */
final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "Settings. Default: the file that MITIGAUGE_CONFIG names, else config/mitigauge.yaml in the working"
                        + " directory if it exists, else the defaults."
            })
    private @Nullable Path config;

    Choices choices() {
        if (config != null && !Files.exists(config)) {
            throw new Complaint(
                    ExitCode.NO_SUCH_FILE,
                    "no such settings file: `" + config + "`",
                    "check the path, or leave --config out for the defaults");
        }
        return new Choices(config, Map.of());
    }
}
