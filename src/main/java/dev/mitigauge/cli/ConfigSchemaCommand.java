package dev.mitigauge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code config schema}: what a settings file may hold. */
@Command(
        name = "schema",
        description = {
            "Print a JSON schema (draft 2020-12) of the settings file, with what each key does, its default and its bounds: for editors that"
                    + " complete and check YAML, and for pipelines."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the schema is printed", "64:the command line makes no sense", "70:the program is at fault"},
        footerHeading = "%nExamples:%n",
        footer = {"  mitigauge config schema"})
final class ConfigSchemaCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    ConfigSchemaCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.answer(workshop.settingsSchema());
        return ExitCode.PASSES;
    }
}
