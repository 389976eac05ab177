package dev.mitigauge.cli;

import dev.mitigauge.assessment.RuleSetHistory;
import dev.mitigauge.assessment.kept.Activation;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.report.RuleHistoryText;
import dev.mitigauge.report.RuleSetJson;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules history}: which rule sets were active, since when, and because of whom. */
@Command(
        name = "history",
        description = {
            "Print which rule sets a service has had, newest first: number, when, how, who, digest, note. The first is the one"
                    + " that became active last."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the history was printed, even if it is empty",
            "64:the command line makes no sense",
            "66:there is no such file or directory",
            "70:the program is at fault",
            "78:the settings are invalid, or there is no store that can be asked"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge rules history --data /var/lib/mitigauge",
            "  mitigauge rules history --data /var/lib/mitigauge --limit 100 --before 41 --format json"
        })
final class RulesHistoryCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Mixin
    private PageOptions page = new PageOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Mixin
    private StoreOptions store = new StoreOptions();

    RulesHistoryCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = TextOrJson.json(format);
        RuleSetHistory history = RuleSetHistory.of(activations(page.before(), page.limit()));
        if (json) {
            terminal.answer(RuleSetJson.render(history));
            terminal.answer("\n");
        } else {
            terminal.answer(RuleHistoryText.render(history, terminal.text()));
        }
        return ExitCode.PASSES;
    }

    private Page<Activation> activations(@Nullable Long before, int limit) {
        try (Store kept = workshop.store(store.choices()).orComplain()) {
            return StoreFaults.orComplain(kept.rules().activations(before, limit));
        }
    }
}
