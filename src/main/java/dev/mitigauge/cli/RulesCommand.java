package dev.mitigauge.cli;

import picocli.CommandLine.Command;

/** {@code rules}: what is done with a rule set besides judging by it. */
@Command(
        name = "rules",
        description = "List, show, check, test, certify, preview and compare rules, and tell their history.",
        synopsisSubcommandLabel = "COMMAND")
final class RulesCommand {}
