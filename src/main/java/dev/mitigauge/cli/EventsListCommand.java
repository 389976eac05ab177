package dev.mitigauge.cli;

import dev.mitigauge.assessment.kept.DeadLetter;
import dev.mitigauge.assessment.kept.OutboxState;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.report.DeadLettersJson;
import dev.mitigauge.report.DeadLettersText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code events list}: dead letters, newest event first. */
@Command(
        name = "list",
        description = {
            "Print the events that were given up, newest first: number, when, what, for which target, after how many attempts and why;"
                    + " and how many are on their way."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the list was printed, even if it is empty",
            "64:the command line makes no sense",
            "66:there is no such file or directory",
            "70:the program is at fault",
            "78:the settings are invalid, or there is no store that can be asked"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge events list --data /var/lib/mitigauge",
            "  mitigauge events list --data /var/lib/mitigauge --limit 1000 --format json"
        })
final class EventsListCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Most events, 1 to " + Page.LARGEST + ". Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Mixin
    private StoreOptions store = new StoreOptions();

    EventsListCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = TextOrJson.json(format);
        if (limit < 1 || limit > Page.LARGEST) {
            throw new Complaint(
                    ExitCode.USAGE,
                    "--limit must be between 1 and " + Page.LARGEST + ", but is " + limit,
                    "leave it out for 20");
        }
        try (Store kept = workshop.store(store.choices()).orComplain()) {
            Page<DeadLetter> dead = StoreFaults.orComplain(kept.outbox().dead(limit));
            OutboxState state = StoreFaults.orComplain(kept.outbox().state());
            terminal.answer(
                    json
                            ? DeadLettersJson.render(dead, state) + "\n"
                            : DeadLettersText.render(dead, state, terminal.text()));
        }
        return ExitCode.PASSES;
    }
}
