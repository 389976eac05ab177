package dev.mitigauge.cli;

import dev.mitigauge.assessment.kept.AuditEntry;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.report.AuditJson;
import dev.mitigauge.report.AuditText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit list}: who did what, newest first. */
@Command(
        name = "list",
        description = "Print the audit trail, newest first: number, when, who, what, to what, what came of it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the trail was printed, even if it is empty",
            "64:the command line makes no sense",
            "66:there is no such file or directory",
            "70:the program is at fault",
            "78:the settings are invalid, or there is no store that can be asked"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge audit list --data /var/lib/mitigauge",
            "  mitigauge audit list --data /var/lib/mitigauge --limit 1000 --before 4711 --format json"
        })
final class AuditListCommand implements Callable<Integer> {

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

    AuditListCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = TextOrJson.json(format);
        Page<AuditEntry> entries = entries(page.before(), page.limit());
        terminal.answer(json ? AuditJson.render(entries) + "\n" : AuditText.render(entries, terminal.text()));
        return ExitCode.PASSES;
    }

    private Page<AuditEntry> entries(@Nullable Long before, int limit) {
        try (Store kept = workshop.store(store.choices()).orComplain()) {
            return StoreFaults.orComplain(kept.audit().list(before, limit));
        }
    }
}
