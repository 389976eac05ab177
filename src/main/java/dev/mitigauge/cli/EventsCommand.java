package dev.mitigauge.cli;

import picocli.CommandLine.Command;

/** {@code events}: what others could not be told. */
@Command(
        name = "events",
        description = {
            "Show events that could not be delivered to webhooks, and have them tried again."
                    + " Works on the store itself, whether a service runs or not."
        },
        synopsisSubcommandLabel = "COMMAND")
final class EventsCommand {}
