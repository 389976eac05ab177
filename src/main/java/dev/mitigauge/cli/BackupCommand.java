package dev.mitigauge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backup}: a copy of the store, made while a service uses it. */
@Command(
        name = "backup",
        description = {
            "Copy the store of a data directory into one file, checked, while the service goes on.",
            "To restore: stop the service, remove mitigauge.db, mitigauge.db-wal and mitigauge.db-shm from its data directory,"
                    + " copy the file there as mitigauge.db, start the service."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the copy is made",
            "64:the command line makes no sense",
            "66:there is no such file or directory",
            "70:the program is at fault",
            "78:the settings are invalid, or there is no store that can be copied"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  mitigauge backup --data /var/lib/mitigauge --output /backups/mitigauge-monday.db"})
final class BackupCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "File to make; it must not be there yet.")
    @SuppressWarnings("NullAway.Init") // by picocli
    private Path output;

    @Mixin
    private StoreOptions store = new StoreOptions();

    BackupCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path target = output.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new Complaint(
                    ExitCode.NO_SUCH_FILE, "no directory for --output `" + output + "`", "create the directory first");
        }
        Workshop.BackedUp made = workshop.backup(store.choices(), target).orComplain();
        terminal.answer("backup ok: " + Plural.of(made.projects(), "project") + ", "
                + Plural.of(made.assessments(), "assessment") + ", " + made.bytes() + " bytes in " + output + "\n");
        return ExitCode.PASSES;
    }
}
