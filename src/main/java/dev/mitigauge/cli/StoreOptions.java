package dev.mitigauge.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the store is: options of commands that work on it. */
final class StoreOptions {

    /** What {@code --against} says to mean what is kept. */
    static final String STORED = "stored";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the service. Default: the setting paths.data.")
    private @Nullable Path data;

    @Mixin
    private ConfigOption config = new ConfigOption();

    /** Whether that is what is kept; ends the command if it is anything else. */
    static boolean stored(String against) {
        if (!against.equals(STORED)) {
            throw new Complaint(
                    ExitCode.USAGE, "--against must be `" + STORED + "`, but is `" + against + "`", "leave it out");
        }
        return true;
    }

    Choices choices() {
        return config.choices().with("paths.data", "--data", data);
    }
}
