package dev.mitigauge.cli;

import dev.mitigauge.assessment.kept.Page;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a numbered list, newest first: options of commands that print one. */
final class PageOptions {

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Most entries, 1 to " + Page.LARGEST + ". Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(names = "--before", paramLabel = "N", description = "Only entries with a smaller number.")
    private @Nullable Long before;

    @Nullable
    Long before() {
        return before;
    }

    /** The most entries; one that can't be ends the command. */
    int limit() {
        if (limit < 1 || limit > Page.LARGEST) {
            throw new Complaint(
                    ExitCode.USAGE,
                    "--limit must be between 1 and " + Page.LARGEST + ", but is " + limit,
                    "leave it out for 20; --before continues");
        }
        return limit;
    }
}
