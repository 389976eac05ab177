package dev.mitigauge.cli;

import picocli.CommandLine.Command;

/** {@code config}: what is done with settings. */
@Command(name = "config", description = "Show the settings in force.", synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {}
