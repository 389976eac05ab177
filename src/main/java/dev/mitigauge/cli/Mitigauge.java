package dev.mitigauge.cli;

import picocli.CommandLine.Command;

/** The command above all commands. */
@Command(
        name = "mitigauge",
        description = {
            "Reads the documents in which teams write down what is not done - deferred errors, accepted risks, production"
                    + " checklists - and answers whether they may ship, and why."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge demo",
            "  mitigauge assess docs/",
            "  mitigauge explain TODO.md",
            "  mitigauge serve",
            "  mitigauge help assess",
            "",
            "mitigauge stands for: java -jar target/mitigauge.jar"
        })
final class Mitigauge {}
