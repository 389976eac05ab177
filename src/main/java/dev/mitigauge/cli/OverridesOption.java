package dev.mitigauge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Tables in which a project asks for more than its organisation does. */
final class OverridesOption {

    @Option(
            names = "--overrides",
            paramLabel = "DIR",
            description = {
                "Stricter rows of a project, in DIR/tables, that stand in place of those of the rule set; tables/floors.csv of"
                        + " the rule set says what a project may set. Rows that ask for less are refused."
            })
    private @Nullable Path overrides;

    /** The project's directory, null if none is named. */
    @Nullable
    Path directory() {
        if (overrides != null && !Files.isDirectory(overrides.resolve("tables"))) {
            throw new Complaint(
                    ExitCode.NO_SUCH_FILE,
                    "no such directory: `" + overrides.resolve("tables") + "`",
                    "name a directory that holds tables/ with the rows that the project sets");
        }
        return overrides;
    }
}
