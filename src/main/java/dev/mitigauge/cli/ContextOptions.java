package dev.mitigauge.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which context documents are judged: options of every command that judges. */
final class ContextOptions {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "Environment whose thresholds count, as rules/tables names it. Default: the one that the deployment or the titles"
                            + " name, else assessment.profile.")
    private @Nullable String profile;

    @Option(
            names = "--deployment",
            paramLabel = "KEY=VALUE",
            description = {
                "What is known of the deployment, such as instances=3; repeatable. Mitigations that assume something else"
                        + " do not count."
            })
    private List<String> deployment = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Day for which to judge, such as 2026-12-31. Default: today.")
    private @Nullable String asOf;

    /** Null for that of the settings. */
    @Nullable
    String profile() {
        return profile;
    }

    SortedMap<String, String> deployment() {
        return DeploymentValues.of(deployment);
    }

    /** Null for today. */
    @Nullable
    LocalDate day() {
        return Days.asOf(asOf);
    }

    /** Names of the options that were given. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        if (profile != null) {
            given.add("--profile");
        }
        if (!deployment.isEmpty()) {
            given.add("--deployment");
        }
        if (asOf != null) {
            given.add("--as-of");
        }
        return given;
    }
}
