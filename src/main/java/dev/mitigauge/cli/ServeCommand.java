package dev.mitigauge.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the service, until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Answer over HTTP until the process is told to stop (SIGTERM, Ctrl-C); requests in flight are answered first.",
            "Without --allow-open the service listens only where no other machine reaches it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the service was stopped",
            "64:the command line makes no sense",
            "66:there is no such file or directory",
            "70:the program is at fault",
            "78:settings or rules are invalid, or the address can't be used"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge serve",
            "  mitigauge serve --port 9000 --rules my-rules/",
            "  mitigauge serve --host 0.0.0.0 --allow-open"
        })
final class ServeCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen at. Default: http.host.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen at, 0 for any free one. Default: http.port.")
    private @Nullable String port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Directory that the service may write to; created if it is missing. Default: paths.data, else the system's"
                        + " directory for temporary files."
            })
    private @Nullable Path data;

    @Option(
            names = "--allow-open",
            description = "Listen at an address that other machines reach, although nobody has to say who they are.")
    private boolean allowOpen;

    @Mixin
    private SourceOptions sources = new SourceOptions();

    ServeCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Choices choices = sources.choices()
                .with("http.host", "--host", host)
                .with("http.port", "--port", port)
                .with("http.allowOpen", "--allow-open", allowOpen ? "true" : null)
                .with("paths.data", "--data", data);
        try (Workshop.Service service = workshop.serve(choices).orComplain()) {
            terminal.say("mitigauge listens at " + service.address());
            service.awaitStop();
        }
        return ExitCode.PASSES;
    }
}
