package dev.mitigauge.cli;

import dev.mitigauge.assessment.kept.AuditCheck;
import dev.mitigauge.assessment.kept.Store;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit verify}: whether the trail is as it was written. */
@Command(
        name = "verify",
        description = {
            "Check that each entry of the audit trail follows from the one before and none was changed or taken out, and print how"
                    + " many there are and the hash of the last.",
            "Whoever can write to the store can also write the whole trail anew, or cut off its end: write the hash down elsewhere,"
                    + " and give it with --head the next time."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the trail is as it was written",
            "64:the command line makes no sense",
            "65:the trail was changed",
            "66:there is no such file or directory",
            "70:the program is at fault",
            "78:the settings are invalid, or there is no store that can be asked"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge audit verify --data /var/lib/mitigauge",
            "  mitigauge audit verify --data /var/lib/mitigauge --head 5e8a0c…"
        })
final class AuditVerifyCommand implements Callable<Integer> {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Workshop workshop;
    private final Terminal terminal;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "Hash that an earlier `audit verify` printed: its entry must still be there.")
    private @Nullable String head;

    @Mixin
    private StoreOptions store = new StoreOptions();

    AuditVerifyCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (head != null && !HASH.matcher(head).matches()) {
            throw new Complaint(
                    ExitCode.USAGE,
                    "--head must be 64 hexadecimal digits, but is `" + head + "`",
                    "give what an earlier `audit verify` printed behind `head`");
        }
        AuditCheck check = check();
        if (check instanceof AuditCheck.Broken broken) {
            throw new Complaint(
                    ExitCode.UNREADABLE,
                    "entry " + broken.number() + " of the audit trail: " + broken.why(),
                    "what stands before it is sound, what follows can't be relied on; compare with a backup, and see the"
                            + " runbook (src/docs/runbook.md#audit-trail)");
        }
        AuditCheck.Sound sound = (AuditCheck.Sound) check;
        terminal.answer("entries " + sound.entries() + "\nhead " + sound.head() + "\n");
        return ExitCode.PASSES;
    }

    private AuditCheck check() {
        try (Store kept = workshop.store(store.choices()).orComplain()) {
            return StoreFaults.orComplain(kept.audit().verify(head));
        }
    }
}
