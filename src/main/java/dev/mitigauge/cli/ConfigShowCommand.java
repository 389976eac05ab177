package dev.mitigauge.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code config show}: every setting, its value, and where the value came from. */
@Command(
        name = "show",
        description = {
            "Print the settings in force as YAML, each with where its value came from.",
            "Later ones win: default, settings file, environment (http.port is MITIGAUGE_HTTP_PORT), option."
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
        footer = {"  mitigauge config show", "  mitigauge config show --config staging.yaml"})
final class ConfigShowCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Mixin
    private SourceOptions sources = new SourceOptions();

    ConfigShowCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.answer(yaml(workshop.settings(sources.choices()).orComplain()));
        return ExitCode.PASSES;
    }

    private static String yaml(List<Workshop.Setting> settings) {
        int width = settings.stream()
                .mapToInt(setting -> line(setting).length())
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        String section = "";
        for (Workshop.Setting setting : settings) {
            String own = setting.key().substring(0, setting.key().indexOf('.'));
            if (!own.equals(section)) {
                out.append(own).append(":\n");
                section = own;
            }
            String line = line(setting);
            out.append(line)
                    .append(" ".repeat(width - line.length()))
                    .append("  # ")
                    .append(setting.origin())
                    .append('\n');
        }
        return out.toString();
    }

    private static String line(Workshop.Setting setting) {
        String key = setting.key().substring(setting.key().indexOf('.') + 1);
        return "  " + key + ":" + (setting.value().isEmpty() ? "" : " " + setting.value());
    }
}
