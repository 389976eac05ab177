package dev.mitigauge.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rules test}: the cases beside the rules, run. */
@Command(
        name = "test",
        description = {"Run the *.cases.yaml files of a rule set and print every case that fails."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all cases pass",
            "64:the command line makes no sense",
            "66:there is no such directory",
            "70:the program is at fault",
            "78:a case fails, or rules or settings are invalid"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  mitigauge rules test", "  mitigauge rules test --rules my-rules/"})
final class RulesTestCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Mixin
    private SourceOptions sources = new SourceOptions();

    RulesTestCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Workshop.CasesRun run = workshop.runCases(sources.choices()).orComplain();
        int failed = run.failures().size();
        terminal.answer(run.failures().stream().map(FaultText::of).collect(Collectors.joining())
                + Plural.of(run.cases(), "case") + ", " + (failed == 0 ? "all pass" : failed + " failed") + "\n");
        return failed == 0 ? ExitCode.PASSES : ExitCode.INVALID;
    }
}
