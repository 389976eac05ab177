package dev.mitigauge.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules diff}: what differs between two rule sets. */
@Command(
        name = "diff",
        description = {
            "Print what differs between two rule sets: tables cell by cell, rules line by line, then the other files. Neither"
                    + " needs to be sound. Each is a directory, the set inside the program, or one that a service keeps, by"
                    + " its digest."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the rule sets were compared, whatever came of it",
            "64:the command line makes no sense",
            "66:there is no such directory",
            "70:the program is at fault",
            "78:a rule set can't be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge rules diff builtin rules/",
            "  mitigauge rules diff rules/ candidate/ --format json",
            "  mitigauge rules diff sha256:… rules/ --data /var/lib/mitigauge"
        })
final class RulesDiffCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description = {
                "Rule set before: a directory, \"" + Choices.BUILT_IN
                        + "\" for the one inside the program, or the digest of" + " one that `rules history` names."
            })
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "Rule set after, likewise.")
    private String to = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or markdown. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Mixin
    private StoreOptions store = new StoreOptions();

    RulesDiffCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PreviewFormat chosen = PreviewFormat.of(format);
        List.of(from, to).stream().filter(rules -> !Choices.isDigest(rules)).forEach(RulesOption::check);
        terminal.answer(chosen.render(workshop.diff(store.choices(), from, to).orComplain(), terminal.text()));
        return ExitCode.PASSES;
    }
}
