package dev.mitigauge.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code config check}: whether the settings can be used. */
@Command(
        name = "check",
        description = {
            "Check the settings: file, environment and options together. All that is wrong is printed, with file, line and remedy.",
            "Nothing is started: whether a port is free or a certificate fits is found out by `serve`."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the settings are valid",
            "64:the command line makes no sense",
            "66:there is no such file",
            "70:the program is at fault",
            "78:the settings are invalid"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  mitigauge config check", "  mitigauge config check --config staging.yaml"})
final class ConfigCheckCommand implements Callable<Integer> {

    private static final String DEFAULT = "default";

    private final Workshop workshop;
    private final Terminal terminal;

    @Mixin
    private SourceOptions sources = new SourceOptions();

    ConfigCheckCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Workshop.Setting> settings = workshop.settings(sources.choices()).orComplain();
        long given = settings.stream()
                .filter(setting -> !setting.origin().equals(DEFAULT))
                .count();
        terminal.answer("settings ok: " + given + " of " + settings.size()
                + " keys are given, the others have their default\n");
        return ExitCode.PASSES;
    }
}
