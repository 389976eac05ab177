package dev.mitigauge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file for the answer. Whoever reads it sees the old content or the new, never a part. */
final class OutputFile {

    private final Path target;

    private OutputFile(Path target) {
        this.target = target;
    }

    /** Checked before work begins: an answer that can't be kept is not worth computing. */
    static OutputFile at(Path path) {
        Path target = path.toAbsolutePath();
        Path directory = target.getParent();
        if (Files.isDirectory(target)) {
            throw new Complaint(ExitCode.USAGE, "--output `" + path + "` is a directory", "name a file in it");
        }
        if (directory == null || !Files.isDirectory(directory)) {
            throw new Complaint(
                    ExitCode.USAGE, "no directory for --output `" + path + "`", "create the directory first");
        }
        return new OutputFile(target);
    }

    void write(byte[] bytes) {
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                // A device or a pipe, such as /dev/stdout: nothing to replace.
                Files.write(target, bytes, StandardOpenOption.WRITE);
            } else {
                replace(Files.exists(target, LinkOption.NOFOLLOW_LINKS) ? resolved() : target, bytes);
            }
        } catch (IOException e) {
            throw new Complaint(
                    ExitCode.INTERNAL,
                    "the answer can't be written to `" + target + "`: " + e.getMessage(),
                    "check the permissions and the space left");
        }
    }

    /** What a link points to is replaced, not the link. */
    private Path resolved() throws IOException {
        return Files.exists(target) ? target.toRealPath() : target;
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(beside, bytes, StandardOpenOption.CREATE_NEW);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
