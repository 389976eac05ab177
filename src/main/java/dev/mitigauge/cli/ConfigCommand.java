package dev.mitigauge.cli;

import picocli.CommandLine.Command;

/** {@code config}: what is done with settings. */
@Command(
        name = "config",
        description = "Show and check the settings in force, and describe what a settings file may hold.",
        synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {}
