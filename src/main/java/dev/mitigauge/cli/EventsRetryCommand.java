package dev.mitigauge.cli;

import dev.mitigauge.assessment.kept.Store;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code events retry}: has dead letters delivered. */
@Command(
        name = "retry",
        description = {
            "Have events that were given up tried again, as if for the first time, by the service that runs or runs next."
                    + " Prints how many there were."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they are tried again, even if there are none",
            "64:the command line makes no sense",
            "66:there is no such file or directory",
            "70:the program is at fault",
            "78:the settings are invalid, or there is no store that can be asked"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge events retry --all --data /var/lib/mitigauge",
            "  mitigauge events retry --target portal --data /var/lib/mitigauge",
            "  mitigauge events retry --event 4711 --target portal --data /var/lib/mitigauge"
        })
final class EventsRetryCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;
    private final Clock clock = Clock.systemUTC();

    @Option(names = "--event", paramLabel = "N", description = "Only the event of that number. Default: all.")
    private @Nullable Long event;

    @Option(names = "--target", paramLabel = "NAME", description = "Only for that target. Default: all.")
    private @Nullable String target;

    @Option(names = "--all", description = "All that were given up.")
    private boolean all;

    @Mixin
    private StoreOptions store = new StoreOptions();

    EventsRetryCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean chosen = event != null || target != null;
        if (chosen == all) {
            throw new Complaint(
                    ExitCode.USAGE,
                    all ? "--all goes with neither --event nor --target" : "which events is not said",
                    "name an event with --event, a target with --target, or say --all");
        }
        try (Store kept = workshop.store(store.choices()).orComplain()) {
            int count = StoreFaults.orComplain(kept.outbox().retry(event, target, clock.instant()));
            terminal.answer(count + "\n");
        }
        return ExitCode.PASSES;
    }
}
